package dev.usher.conformance.architecture.violations.core.event;

import java.util.UUID;
import java.util.function.Supplier;

final class MakesUuid {
    Supplier<UUID> answer() {
        return UUID::randomUUID;
    }
}
