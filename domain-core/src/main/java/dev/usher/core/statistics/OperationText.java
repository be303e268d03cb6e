package dev.usher.core.statistics;

import java.util.List;

/**
 * One ticket operation as it stands in a file or a request, not judged yet. What is left out is an empty text.
 *
 * @param event member {@code event_id}
 * @param ticket member {@code ticket_id}
 * @param operation member {@code operation}
 * @param occurredAt member {@code occurred_at}
 * @param device member {@code device_id}
 */
public record OperationText(String event, String ticket, String operation, String occurredAt, String device) {

    /** The members' names, which are also the header of a CSV file, in this order. */
    public static final List<String> MEMBERS =
            List.of("event_id", "ticket_id", "operation", "occurred_at", "device_id");

    /** Its values, in the order of {@link #MEMBERS}. */
    public List<String> values() {
        return List.of(event, ticket, operation, occurredAt, device);
    }
}
