-- The share that is the fee, where a currency has its own.
ALTER TABLE profile ADD COLUMN fee_percents ${text};

-- When an organization was made; empty where nobody kept that.
ALTER TABLE organization ADD COLUMN created_at_micros BIGINT;
