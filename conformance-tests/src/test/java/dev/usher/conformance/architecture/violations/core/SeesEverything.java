package dev.usher.conformance.architecture.violations.core;

import dev.usher.conformance.architecture.violations.core.adapter.Socket;

final class SeesEverything {
    private final Socket seen;

    SeesEverything(Socket seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
