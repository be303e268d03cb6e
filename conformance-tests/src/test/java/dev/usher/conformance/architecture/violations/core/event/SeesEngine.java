package dev.usher.conformance.architecture.violations.core.event;

import dev.usher.conformance.architecture.violations.core.Engine;

final class SeesEngine {
    private final Engine seen;

    SeesEngine(Engine seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
