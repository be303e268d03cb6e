package dev.usher.conformance.architecture.violations.core.event;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.function.Function;

final class AsksZonedNowByReference {
    Function<Clock, ZonedDateTime> answer() {
        return ZonedDateTime::now;
    }
}
