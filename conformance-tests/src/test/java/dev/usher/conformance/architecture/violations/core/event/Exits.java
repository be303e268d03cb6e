package dev.usher.conformance.architecture.violations.core.event;

final class Exits {
    void act() {
        System.exit(1);
    }
}
