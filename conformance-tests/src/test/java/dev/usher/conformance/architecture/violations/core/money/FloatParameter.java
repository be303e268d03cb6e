package dev.usher.conformance.architecture.violations.core.money;

record FloatParameter(int cents) {
    boolean isMoreThan(float other) {
        return cents > other;
    }
}
