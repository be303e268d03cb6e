package dev.usher.conformance.architecture.violations.core.event;

import java.time.ZoneId;

final class AsksZone {
    ZoneId answer() {
        return ZoneId.systemDefault();
    }
}
