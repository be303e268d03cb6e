package dev.usher.core.statistics;

/** Takes ticket operations that broke no rule, one at a time and without an object for each. */
@FunctionalInterface
public interface OperationSink {

    /**
     * Takes one operation; the texts hold only during the call.
     *
     * @param event the event's external id
     * @param ticket the ticket's external id
     * @param kind what happened
     * @param occurredAt when, in microseconds since 1970-01-01T00:00Z
     * @param device on which device; empty when unknown
     */
    void add(CharSequence event, CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device);
}
