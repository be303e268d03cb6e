package dev.usher.conformance.architecture.violations.core.event;

import java.time.InstantSource;

final class AsksInstantSource {
    InstantSource answer() {
        return InstantSource.system();
    }
}
