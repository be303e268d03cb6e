package dev.usher.conformance.architecture.violations.core.order;

import dev.usher.conformance.architecture.violations.core.event.Ticketed;

final class SeesEvent {
    private final Ticketed seen;

    SeesEvent(Ticketed seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
