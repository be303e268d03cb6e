package dev.usher.conformance.architecture.violations.adapters.http;

final class Halts {
    void act() {
        Runtime.getRuntime().halt(1);
    }
}
