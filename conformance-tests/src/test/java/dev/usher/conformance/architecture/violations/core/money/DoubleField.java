package dev.usher.conformance.architecture.violations.core.money;

record DoubleField(int cents) {
    static final double RATE = 0.5;
}
