package dev.usher.conformance.architecture.violations.adapters.http.sub;

import dev.usher.conformance.architecture.violations.adapters.http.Shared;

final class SeesShared {
    private final Shared seen;

    SeesShared(Shared seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
