package dev.usher.conformance.architecture.violations.core.event;

final class CallsMathRandom {
    long answer() {
        return Math.round(Math.random());
    }
}
