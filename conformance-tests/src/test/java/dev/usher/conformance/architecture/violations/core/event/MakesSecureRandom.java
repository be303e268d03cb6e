package dev.usher.conformance.architecture.violations.core.event;

import java.security.SecureRandom;
import java.util.Random;
import java.util.function.Supplier;

final class MakesSecureRandom {
    Supplier<Random> answer() {
        return SecureRandom::new;
    }
}
