-- The events that everybody may see, by who gives them, in short rows to be counted; a series has one for each occurrence.
CREATE TABLE given_event (
    organization_id BIGINT NOT NULL,
    organizer_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    ends_or_last BIGINT NOT NULL,
    CONSTRAINT given_event_key PRIMARY KEY (id)
);

CREATE INDEX given_event_by_end ON given_event (organizer_id, ends_or_last, organization_id);
