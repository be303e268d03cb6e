-- The events that everybody may see, by who gives them, in short rows; a series has one for each occurrence.
CREATE TABLE given_event (
    organization_id BIGINT NOT NULL,
    organizer_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    ends_or_last BIGINT NOT NULL,
    CONSTRAINT given_event_key PRIMARY KEY (id)
);

CREATE INDEX given_event_by_end ON given_event (organization_id, organizer_id, ends_or_last);

-- How many of them each organizer gives, past and future ones.
CREATE TABLE given_count (
    organization_id BIGINT NOT NULL,
    organizer_id BIGINT NOT NULL,
    events BIGINT NOT NULL,
    CONSTRAINT given_count_key PRIMARY KEY (organization_id, organizer_id)
);
