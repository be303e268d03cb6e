package dev.usher.conformance.architecture.violations.core.event;

import java.util.Random;

final class SeededRandom {
    Random answer() {
        return new Random(42);
    }
}
