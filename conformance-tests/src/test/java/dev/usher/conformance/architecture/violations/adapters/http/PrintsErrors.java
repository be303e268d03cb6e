package dev.usher.conformance.architecture.violations.adapters.http;

final class PrintsErrors {
    void act() {
        System.err.println();
    }
}
