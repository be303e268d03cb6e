package dev.usher.conformance.architecture.violations.core.store;

import dev.usher.conformance.architecture.violations.core.adapter.Socket;

final class SeesAdapter {
    private final Socket seen;

    SeesAdapter(Socket seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
