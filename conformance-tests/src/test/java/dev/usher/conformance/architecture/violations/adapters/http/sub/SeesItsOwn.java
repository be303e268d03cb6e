package dev.usher.conformance.architecture.violations.adapters.http.sub;

import dev.usher.conformance.architecture.violations.adapters.http.Endpoint;

final class SeesItsOwn {
    private final Endpoint seen;

    SeesItsOwn(Endpoint seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
