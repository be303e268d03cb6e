package dev.usher.conformance.architecture.violations.core.event;

final class DoubleElsewhere {
    double answer() {
        return 0.5;
    }
}
