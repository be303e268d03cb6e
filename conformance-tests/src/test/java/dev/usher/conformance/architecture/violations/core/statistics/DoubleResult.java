package dev.usher.conformance.architecture.violations.core.statistics;

final class DoubleResult {
    double answer() {
        return 0.5;
    }
}
