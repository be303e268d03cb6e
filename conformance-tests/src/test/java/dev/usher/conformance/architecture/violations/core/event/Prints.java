package dev.usher.conformance.architecture.violations.core.event;

final class Prints {
    void act() {
        System.out.println();
    }
}
