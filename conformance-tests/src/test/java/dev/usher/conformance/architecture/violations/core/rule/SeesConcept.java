package dev.usher.conformance.architecture.violations.core.rule;

import dev.usher.conformance.architecture.violations.core.event.Ticketed;

final class SeesConcept {
    private final Ticketed seen;

    SeesConcept(Ticketed seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
