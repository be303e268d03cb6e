-- Events with all that is known of them, what belongs to events, and the people who look after them.
-- A column is called like its attribute; empty means that nothing was said. Moments are microseconds since
-- 1970-01-01T00:00Z, prices are whole smallest units and a currency, several words are joined by commas.
-- Texts that may be longer than 255 UTF-16 units stand in long_text.

ALTER TABLE event ADD COLUMN version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE event ADD COLUMN name ${text};
ALTER TABLE event ADD COLUMN summary ${text};
ALTER TABLE event ADD COLUMN organizer_id BIGINT;
ALTER TABLE event ADD COLUMN start_utc_micros BIGINT;
ALTER TABLE event ADD COLUMN start_timezone ${text};
ALTER TABLE event ADD COLUMN end_utc_micros BIGINT;
ALTER TABLE event ADD COLUMN end_timezone ${text};
ALTER TABLE event ADD COLUMN hide_start_date BOOLEAN;
ALTER TABLE event ADD COLUMN hide_end_date BOOLEAN;
ALTER TABLE event ADD COLUMN currency VARCHAR(3);
ALTER TABLE event ADD COLUMN venue_id BIGINT;
ALTER TABLE event ADD COLUMN online_event BOOLEAN;
ALTER TABLE event ADD COLUMN listed BOOLEAN;
ALTER TABLE event ADD COLUMN logo_id ${text};
ALTER TABLE event ADD COLUMN category_id BIGINT;
ALTER TABLE event ADD COLUMN subcategory_id BIGINT;
ALTER TABLE event ADD COLUMN format_id BIGINT;
ALTER TABLE event ADD COLUMN shareable BOOLEAN;
ALTER TABLE event ADD COLUMN invite_only BOOLEAN;
ALTER TABLE event ADD COLUMN password ${text};
ALTER TABLE event ADD COLUMN capacity BIGINT;
ALTER TABLE event ADD COLUMN show_remaining BOOLEAN;
ALTER TABLE event ADD COLUMN is_reserved_seating BOOLEAN;
ALTER TABLE event ADD COLUMN show_pick_a_seat BOOLEAN;
ALTER TABLE event ADD COLUMN show_seatmap_thumbnail BOOLEAN;
ALTER TABLE event ADD COLUMN show_colors_in_seatmap_thumbnail BOOLEAN;
ALTER TABLE event ADD COLUMN source ${text};
ALTER TABLE event ADD COLUMN is_externally_ticketed BOOLEAN;
ALTER TABLE event ADD COLUMN show_start_end_time BOOLEAN;
ALTER TABLE event ADD COLUMN show_timezone BOOLEAN;
ALTER TABLE event ADD COLUMN show_map BOOLEAN;
ALTER TABLE event ADD COLUMN show_organizer_facebook BOOLEAN;
ALTER TABLE event ADD COLUMN show_organizer_twitter BOOLEAN;
ALTER TABLE event ADD COLUMN show_facebook_friends_going BOOLEAN;
ALTER TABLE event ADD COLUMN terminology ${text};
ALTER TABLE event ADD COLUMN refund_request_enabled BOOLEAN;
ALTER TABLE event ADD COLUMN event_group_id ${text};
ALTER TABLE event ADD COLUMN bookmark_count BIGINT;
ALTER TABLE event ADD COLUMN survey_respondent ${text};
ALTER TABLE event ADD COLUMN is_paid_out BOOLEAN;
ALTER TABLE event ADD COLUMN state ${text};
ALTER TABLE event ADD COLUMN created_at_micros BIGINT;
ALTER TABLE event ADD COLUMN changed_at_micros BIGINT;
ALTER TABLE event ADD COLUMN published_at_micros BIGINT;
ALTER TABLE event ADD COLUMN is_series_parent BOOLEAN;
ALTER TABLE event ADD COLUMN series_id BIGINT;

CREATE INDEX event_of_series ON event (series_id, id);

CREATE TABLE long_text (
    owner_id BIGINT NOT NULL,
    concept VARCHAR(16) NOT NULL,
    attribute VARCHAR(64) NOT NULL,
    body ${long_text} NOT NULL,
    CONSTRAINT long_text_key PRIMARY KEY (owner_id, concept, attribute)
);

-- What lists of events are filtered and sorted by, again, in short rows; deleted events have none. The name is in the form
-- in which names are compared. An instant that is missing is the last of all or the first of all, so that the same index
-- serves an order in both directions and events without the instant come last in each.
CREATE TABLE event_listing (
    organization_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    listed_name ${listed_name} NOT NULL,
    state VARCHAR(16) NOT NULL,
    is_series_parent BOOLEAN NOT NULL,
    is_occurrence BOOLEAN NOT NULL,
    is_paid_out BOOLEAN NOT NULL,
    starts_or_last BIGINT NOT NULL,
    starts_or_first BIGINT NOT NULL,
    ends_or_last BIGINT NOT NULL,
    created_or_last BIGINT NOT NULL,
    created_or_first BIGINT NOT NULL,
    currency VARCHAR(3),
    venue_id BIGINT,
    event_group_id ${text},
    CONSTRAINT event_listing_key PRIMARY KEY (id)
);

CREATE INDEX event_by_start ON event_listing (organization_id, starts_or_last, id);
CREATE INDEX event_by_start_backwards ON event_listing (organization_id, starts_or_first, id);
CREATE INDEX event_by_creation ON event_listing (organization_id, created_or_last, id);
CREATE INDEX event_by_creation_backwards ON event_listing (organization_id, created_or_first, id);
CREATE INDEX event_by_name ON event_listing (organization_id, listed_name, id);

-- The names alone, to be looked through from the first to the last for a part of a name.
CREATE ${search_table} event_search (
    organization_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    listed_name ${listed_name} NOT NULL,
    is_series_parent BOOLEAN NOT NULL,
    is_occurrence BOOLEAN NOT NULL,
    CONSTRAINT event_search_key PRIMARY KEY (organization_id, id)
);

-- How many events an organization's lists have, so that nobody counts them.
CREATE TABLE event_count (
    organization_id BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    is_series_parent BOOLEAN NOT NULL,
    is_occurrence BOOLEAN NOT NULL,
    events BIGINT NOT NULL,
    CONSTRAINT event_count_key PRIMARY KEY (organization_id, state, is_series_parent, is_occurrence)
);

-- The price in the currency's own unit and the name in the form in which names are compared are there for lists.
CREATE TABLE ticket_class (
    organization_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    cost_major DECIMAL(24, 4) NOT NULL,
    listed_name ${listed_name} NOT NULL,
    name ${text},
    quantity_total BIGINT,
    cost_minor BIGINT,
    cost_currency VARCHAR(3),
    donation BOOLEAN,
    free BOOLEAN,
    include_fee BOOLEAN,
    split_fee BOOLEAN,
    hide_description BOOLEAN,
    sales_channels ${text},
    sales_start_micros BIGINT,
    sales_end_micros BIGINT,
    sales_start_after BIGINT,
    minimum_quantity BIGINT,
    maximum_quantity BIGINT,
    auto_hide BOOLEAN,
    auto_hide_before_micros BIGINT,
    auto_hide_after_micros BIGINT,
    hidden BOOLEAN,
    delivery_methods ${text},
    sorting BIGINT,
    quantity_sold BIGINT,
    parent_id BIGINT,
    CONSTRAINT ticket_class_key PRIMARY KEY (id),
    CONSTRAINT ticket_class_event FOREIGN KEY (event_id) REFERENCES event (id)
);

CREATE INDEX ticket_class_of_event ON ticket_class (event_id, id);

CREATE TABLE venue (
    organization_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name ${text},
    capacity BIGINT,
    age_restriction ${text},
    address_1 ${text},
    address_2 ${text},
    city ${text},
    region ${text},
    postal_code ${text},
    country ${text},
    latitude ${text},
    longitude ${text},
    CONSTRAINT venue_key PRIMARY KEY (id),
    CONSTRAINT venue_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
);

CREATE INDEX venue_of_organization ON venue (organization_id, id);

CREATE TABLE organizer (
    organization_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name ${text},
    logo_id ${text},
    twitter ${text},
    facebook ${text},
    CONSTRAINT organizer_key PRIMARY KEY (id),
    CONSTRAINT organizer_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
);

CREATE INDEX organizer_of_organization ON organizer (organization_id, id);

CREATE TABLE question (
    organization_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    required BOOLEAN,
    type ${text},
    respondent ${text},
    parent_id BIGINT,
    parent_choice_id BIGINT,
    display_answer_on_order BOOLEAN,
    canned_type ${text},
    sorting BIGINT,
    CONSTRAINT question_key PRIMARY KEY (id),
    CONSTRAINT question_event FOREIGN KEY (event_id) REFERENCES event (id)
);

CREATE INDEX question_of_event ON question (organization_id, event_id, id);

-- What can be chosen, in the order of the places.
CREATE TABLE question_choice (
    question_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    id BIGINT NOT NULL,
    answer ${long_text} NOT NULL,
    CONSTRAINT question_choice_key PRIMARY KEY (question_id, place)
);

-- The classes a question is limited to, in the order of the places.
CREATE TABLE question_ticket_class (
    question_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    ticket_class_id BIGINT NOT NULL,
    CONSTRAINT question_ticket_class_key PRIMARY KEY (question_id, place)
);

CREATE TABLE profile (
    organization_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name ${text},
    vertical ${text},
    locale ${text},
    package ${text},
    default_organizer_id BIGINT,
    payment_country ${text},
    payment_type ${text},
    paypal_email ${text},
    delivery_methods ${text},
    fee_hundredths_percent BIGINT,
    fee_fixed ${text},
    CONSTRAINT profile_key PRIMARY KEY (organization_id),
    CONSTRAINT profile_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
);

CREATE TABLE user_account (
    id BIGINT NOT NULL,
    email ${text} NOT NULL,
    first_name ${text} NOT NULL,
    last_name ${text} NOT NULL,
    CONSTRAINT user_account_key PRIMARY KEY (id),
    CONSTRAINT user_account_email UNIQUE (email)
);

CREATE TABLE membership (
    organization_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    role_word VARCHAR(16) NOT NULL,
    CONSTRAINT membership_key PRIMARY KEY (organization_id, user_id),
    CONSTRAINT membership_user FOREIGN KEY (user_id) REFERENCES user_account (id),
    CONSTRAINT membership_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
);

CREATE INDEX membership_of_user ON membership (user_id, organization_id);
