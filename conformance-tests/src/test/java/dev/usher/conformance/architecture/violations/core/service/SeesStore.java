package dev.usher.conformance.architecture.violations.core.service;

import dev.usher.conformance.architecture.violations.core.store.Shelf;

final class SeesStore {
    private final Shelf seen;

    SeesStore(Shelf seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
