package dev.usher.core.statistics;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The step of a time series as people and machines write it: ISO 8601, in units that are always equally long. */
public final class StepText {

    /** What would be right, for messages. */
    public static final String EXPECTED =
            "an ISO 8601 duration in days, hours, minutes and seconds, such as PT1H, P1D or PT0.25S";

    private StepText() {}

    /** The duration that the text says, when it says one; it may be negative or finer than any instant. */
    public static Optional<Duration> read(CharSequence text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
