package dev.usher.conformance.architecture.violations.app;

import dev.usher.conformance.architecture.violations.adapters.imports.Endpoint;

final class SeesInside {
    private final Endpoint seen;

    SeesInside(Endpoint seen) {
        this.seen = seen;
    }

    Endpoint seen() {
        return seen;
    }
}
