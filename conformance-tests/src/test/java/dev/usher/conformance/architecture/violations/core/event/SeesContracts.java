package dev.usher.conformance.architecture.violations.core.event;

import dev.usher.conformance.architecture.violations.conformance.Kit;

final class SeesContracts {
    private final Kit seen;

    SeesContracts(Kit seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
