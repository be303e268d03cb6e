package dev.usher.conformance.architecture.violations.core.statistics;

final class DoubleArray {
    double[] answer() {
        return new double[] {0.5};
    }
}
