-- What lists of ticket classes are filtered and sorted by, of the class and of its event, again, in short rows; classes of
-- deleted events have none. The types are numbered in their order: donations, free classes, paid classes.
CREATE TABLE ticket_class_listing (
    organization_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    listed_name ${listed_name} NOT NULL,
    cost_major DECIMAL(24, 4) NOT NULL,
    type_rank BIGINT NOT NULL,
    is_hidden BOOLEAN NOT NULL,
    sales_start_micros BIGINT,
    sales_end_micros BIGINT,
    event_listed_name ${listed_name} NOT NULL,
    state VARCHAR(16) NOT NULL,
    is_series_parent BOOLEAN NOT NULL,
    is_occurrence BOOLEAN NOT NULL,
    is_paid_out BOOLEAN NOT NULL,
    starts_or_last BIGINT NOT NULL,
    ends_or_last BIGINT NOT NULL,
    currency VARCHAR(3),
    venue_id BIGINT,
    event_group_id ${text},
    CONSTRAINT ticket_class_listing_key PRIMARY KEY (id)
);

-- How many classes an organization's lists have, by what events are counted by.
CREATE TABLE ticket_class_count (
    organization_id BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    is_series_parent BOOLEAN NOT NULL,
    is_occurrence BOOLEAN NOT NULL,
    ticket_classes BIGINT NOT NULL,
    CONSTRAINT ticket_class_count_key PRIMARY KEY (organization_id, state, is_series_parent, is_occurrence)
);
