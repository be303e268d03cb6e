-- Whose token it is, where it is somebody's own, and the first instant at which it does not work any more, if it has an end.
ALTER TABLE access_token ADD COLUMN user_id BIGINT;
ALTER TABLE access_token ADD COLUMN expires_at_micros BIGINT;
