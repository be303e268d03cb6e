-- Who owns events, which events they own, who may come in, and the logs of ticket operations.
-- Names that came from outside have up to 255 UTF-16 units and compare to the letter.
-- Instants are microseconds since 1970-01-01T00:00Z.

-- One row: the next engine-wide number that nobody has yet.
CREATE TABLE number_range (
    id INTEGER NOT NULL,
    next_number BIGINT NOT NULL,
    CONSTRAINT number_range_key PRIMARY KEY (id)
);

INSERT INTO number_range (id, next_number) VALUES (1, 1);

CREATE TABLE organization (
    id BIGINT NOT NULL,
    external_id ${text} NOT NULL,
    name_key_first BIGINT NOT NULL,
    name_key_second BIGINT NOT NULL,
    CONSTRAINT organization_key PRIMARY KEY (id),
    CONSTRAINT organization_name UNIQUE (external_id)
);

-- The index lists the events of an organization by number, and serves the foreign key.
CREATE TABLE event (
    organization_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    external_id ${text} NOT NULL,
    CONSTRAINT event_key PRIMARY KEY (id),
    CONSTRAINT event_name UNIQUE (organization_id, external_id),
    CONSTRAINT event_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
);

CREATE INDEX event_of_organization ON event (organization_id, id);

-- The digest is the SHA-256 of the secret in hexadecimal digits; the secret itself is nowhere.
CREATE TABLE access_token (
    organization_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    role_word VARCHAR(16) NOT NULL,
    label ${text} NOT NULL,
    digest VARCHAR(64) NOT NULL,
    created_at_micros BIGINT NOT NULL,
    revoked_at_micros BIGINT,
    CONSTRAINT access_token_key PRIMARY KEY (id),
    CONSTRAINT access_token_digest UNIQUE (digest),
    CONSTRAINT access_token_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
);

CREATE INDEX access_token_of_organization ON access_token (organization_id, id);

-- How far each event's log goes. Whoever appends holds the row until the end of the transaction.
CREATE TABLE operation_log (
    organization_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    head BIGINT NOT NULL,
    recorded_at_micros BIGINT NOT NULL,
    CONSTRAINT operation_log_key PRIMARY KEY (organization_id, event_id)
);

-- Which stretch of a log each block covers, and how long its two packed columns are. The columns themselves stand aside,
-- because an embedded database reads a row as a whole, and whoever lists ranges must not read what they hold.
CREATE TABLE operation_block (
    organization_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    first_sequence BIGINT NOT NULL,
    last_sequence BIGINT NOT NULL,
    operations INTEGER NOT NULL,
    operations_bytes INTEGER NOT NULL,
    names_bytes INTEGER NOT NULL,
    CONSTRAINT operation_block_key PRIMARY KEY (organization_id, event_id, first_sequence)
);

-- The packed operations of a block, cut into parts where a row of the database should not be that long.
CREATE TABLE operation_payload (
    organization_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    first_sequence BIGINT NOT NULL,
    part INTEGER NOT NULL,
    payload ${bytes} NOT NULL,
    CONSTRAINT operation_payload_key PRIMARY KEY (organization_id, event_id, first_sequence, part)
);

-- The packed names of a block's tickets and devices, likewise.
CREATE TABLE operation_names (
    organization_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    first_sequence BIGINT NOT NULL,
    part INTEGER NOT NULL,
    payload ${bytes} NOT NULL,
    CONSTRAINT operation_names_key PRIMARY KEY (organization_id, event_id, first_sequence, part)
);
