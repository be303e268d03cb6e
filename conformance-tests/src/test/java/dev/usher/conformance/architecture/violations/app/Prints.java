package dev.usher.conformance.architecture.violations.app;

final class Prints {
    void act() {
        System.out.println();
    }
}
