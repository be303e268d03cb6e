package dev.usher.conformance.architecture.violations.core.event;

final class AsksMillis {
    long answer() {
        return System.currentTimeMillis();
    }
}
