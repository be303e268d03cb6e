package dev.usher.conformance.architecture.violations.core.event;

import java.util.Random;

final class MakesRandom {
    Random answer() {
        return new Random();
    }
}
