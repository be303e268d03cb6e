package dev.usher.conformance.architecture.violations.core.event;

import java.time.Clock;

final class AsksClock {
    Clock answer() {
        return Clock.systemUTC();
    }
}
