package dev.usher.conformance.architecture.violations.core.event;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

final class TakesTime {
    Function<InstantSource, Instant> answer() {
        return InstantSource::instant;
    }
}
