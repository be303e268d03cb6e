package dev.usher.core.store;

import dev.usher.core.event.EventRef;

/** The key of what an event has: its number, within the event. */
record InEvent(EventRef event, long number) implements Comparable<InEvent> {

    /** Less than all keys of the event. */
    static InEvent first(EventRef event) {
        return new InEvent(event, Long.MIN_VALUE);
    }

    @Override
    public int compareTo(InEvent other) {
        int byEvent = event.compareTo(other.event);
        return byEvent != 0 ? byEvent : Long.compare(number, other.number);
    }
}
