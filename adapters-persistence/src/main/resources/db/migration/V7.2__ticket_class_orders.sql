-- Made when the rows are there: an older store has many.
CREATE INDEX listed_class_of_event ON ticket_class_listing (event_id, id);
CREATE INDEX ticket_class_by_number ON ticket_class_listing (organization_id, id);
CREATE INDEX ticket_class_by_cost ON ticket_class_listing (organization_id, cost_major, id);
CREATE INDEX ticket_class_by_event_start ON ticket_class_listing (organization_id, starts_or_last, id);
CREATE INDEX ticket_class_by_type ON ticket_class_listing (organization_id, type_rank, id);
