package dev.usher.conformance.architecture.violations.adapters.http.sub;

import dev.usher.conformance.architecture.violations.app.Program;

final class SeesProgram {
    private final Program seen;

    SeesProgram(Program seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
