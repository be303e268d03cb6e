package dev.usher.core.statistics;

import java.time.Instant;

/**
 * Something that happened to a ticket, as the outside tells it.
 *
 * <p>An operation that is repeated exactly is the same operation, whenever and however often it arrives.
 *
 * @param event the event's external id
 * @param ticket the ticket's external id, unique within the event
 * @param kind what happened
 * @param occurredAt when it happened, to the microsecond; what is finer is cut off
 * @param device on which device; empty when unknown
 */
public record TicketOperation(String event, String ticket, OperationKind kind, Instant occurredAt, String device) {

    /** The operation in the words of a file or a request, ready to be judged. */
    public OperationText text() {
        return new OperationText(event, ticket, kind.word(), InstantText.write(occurredAt), device);
    }
}
