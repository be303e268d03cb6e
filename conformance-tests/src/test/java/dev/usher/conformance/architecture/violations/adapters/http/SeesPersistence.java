package dev.usher.conformance.architecture.violations.adapters.http;

import dev.usher.conformance.architecture.violations.adapters.persistence.ShownStore;

final class SeesPersistence {
    private final ShownStore seen;

    SeesPersistence(ShownStore seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
