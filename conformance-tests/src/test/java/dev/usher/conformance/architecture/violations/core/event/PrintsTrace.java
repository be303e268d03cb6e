package dev.usher.conformance.architecture.violations.core.event;

final class PrintsTrace {
    void act() {
        new IllegalStateException().printStackTrace();
    }
}
