package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The instants of a series: equal steps, the last one where it falls on a step. */
class InstantsTest {
    private static final Instant NOON = Instant.parse("2025-05-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT3H, PT1H, 4", "PT3H, PT2H, 2", "PT0S, PT1H, 1", "PT3H, PT4H, 1", "PT0.000002S, PT0.000001S, 3"})
    void endWhereTheNextWouldBeTooFar(Duration span, Duration step, int count) {
        Instants instants = Instants.between(NOON, NOON.plus(span), step);
        assertThat(IntStream.range(0, instants.count()).mapToObj(instants::at))
                .hasSize(count)
                .allSatisfy(instant -> assertThat(instant).isBetween(NOON, NOON.plus(span)));
        assertThat(instants.at(0)).isEqualTo(NOON);
        assertThat(instants.at(count - 1).plus(step)).isAfter(NOON.plus(span));
    }

    @Test
    void mayLieBefore1970() {
        Instants instants =
                Instants.between(Instant.parse("1969-12-31T23:59:59.999999Z"), Instant.EPOCH, Duration.ofNanos(1_000));
        assertThat(instants.microseconds()).containsExactly(-1, 0);
    }

    @Test
    void oneAloneIsItself() {
        assertThat(Instants.of(NOON).microseconds()).containsExactly(InstantText.microseconds(NOON));
        assertThat(Instants.of(Instant.MAX).microseconds()).containsExactly(Long.MAX_VALUE);
        assertThat(Instants.of(Instant.MIN).microseconds()).containsExactly(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, 3600", "P1D, 86400", "pt0.5s, 0.5", "P1DT12H, 129600", "-PT1S, -1", "PT0S, 0"})
    void aStepIsReadAsItIsWritten(String text, String seconds) {
        assertThat(StepText.read(text)).contains(Duration.parse("PT" + seconds + "S"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1h", "P1M", "P1Y", "P1W", "PT", "3600", "PT1H ", "PT99999999999999999999S"})
    void whatHasNoFixedLengthIsNoStep(String text) {
        assertThat(StepText.read(text)).isEmpty();
    }
}
