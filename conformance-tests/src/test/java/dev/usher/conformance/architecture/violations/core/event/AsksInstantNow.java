package dev.usher.conformance.architecture.violations.core.event;

import java.time.Instant;

final class AsksInstantNow {
    Instant answer() {
        return Instant.now();
    }
}
