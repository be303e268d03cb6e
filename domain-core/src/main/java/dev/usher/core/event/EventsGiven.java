package dev.usher.core.event;

/**
 * How many events an organizer gives that everybody may see, series as their occurrences (wire 1.11).
 *
 * @param past how many are over
 * @param future how many are going on or to come
 */
public record EventsGiven(long past, long future) {
    /** No events at all. */
    public static final EventsGiven NONE = new EventsGiven(0, 0);

    /** Those and these. */
    public EventsGiven plus(EventsGiven more) {
        return new EventsGiven(past + more.past, future + more.future);
    }
}
