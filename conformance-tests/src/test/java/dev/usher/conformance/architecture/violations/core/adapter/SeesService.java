package dev.usher.conformance.architecture.violations.core.adapter;

import dev.usher.conformance.architecture.violations.core.service.Desk;

final class SeesService {
    private final Desk seen;

    SeesService(Desk seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
