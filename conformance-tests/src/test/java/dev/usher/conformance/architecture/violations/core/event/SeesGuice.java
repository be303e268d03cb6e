package dev.usher.conformance.architecture.violations.core.event;

import com.google.inject.Injector;

final class SeesGuice {
    private final Injector seen;

    SeesGuice(Injector seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
