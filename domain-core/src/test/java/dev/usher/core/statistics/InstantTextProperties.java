package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Instants are read exactly as the platform reads them, written so that they read back, and never guessed. */
class InstantTextProperties {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    @Property(tries = 2_000)
    void whatIsWrittenReadsBack(@ForAll("instants") Instant instant) {
        String text = InstantText.write(instant);
        assertThat(InstantText.read(text)).contains(instant);
        assertThat(Instant.parse(text)).isEqualTo(instant);
        assertThat(text).hasSizeBetween(24, 27).endsWith("Z");
    }

    @Property(tries = 2_000)
    void microsecondsAndInstantsAreTheSame(@ForAll("instants") Instant instant) {
        assertThat(InstantText.instant(InstantText.microseconds(instant))).isEqualTo(instant);
    }

    @Property
    void whatIsFinerThanAMicrosecondIsCutOffDownwards(@ForAll("instants") Instant instant) {
        Instant finer = instant.plusNanos(999);
        assertThat(InstantText.microseconds(finer)).isEqualTo(InstantText.microseconds(instant));
        assertThat(InstantText.write(finer)).isEqualTo(InstantText.write(instant));
    }

    @Property(tries = 2_000)
    void agreesWithThePlatformForAnyOffsetAndFraction(
            @ForAll("instants") Instant instant,
            @ForAll("offsets") ZoneOffset offset,
            @ForAll("fractions") String fraction) {
        OffsetDateTime local = instant.atOffset(offset).withNano(0);
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                        .format(local)
                + fraction
                + DateTimeFormatter.ofPattern("xxx", Locale.ROOT).format(local);
        Instant expected = OffsetDateTime.parse(text).toInstant();
        boolean inRange = local.getYear() >= 1 && local.getYear() <= 9999 && isInRange(expected);
        assertThat(InstantText.read(text).stream().toList()).isEqualTo(inRange ? List.of(expected) : List.of());
        assertThat(InstantText.read(text.replace('T', ' '))).isEqualTo(InstantText.read(text));
        assertThat(InstantText.read(text.replace('.', ','))).isEqualTo(InstantText.read(text));
    }

    @Property
    void secondsMayBeLeftOutAndOffsetsShortened(@ForAll("instants") Instant instant) {
        String text = instant.toString().substring(0, 16);
        Instant minute = Instant.parse(text + ":00Z");
        for (String zone : List.of("Z", "z", "+00", "+0000", "+00:00", "-00:00")) {
            assertThat(InstantText.read(text + zone)).as(text + zone).contains(minute);
        }
    }

    @Property(tries = 2_000)
    void neverThrowsAndTakesOnlyWhatThePlatformTakesToo(@ForAll("texts") String text) {
        assertThatCode(() -> InstantText.microseconds(text)).doesNotThrowAnyException();
        InstantText.read(text).ifPresent(instant -> {
            assertThat(isInRange(instant)).isTrue();
            assertThat(InstantText.read(InstantText.write(instant))).contains(instant);
        });
    }

    @Example
    void takesTheFormsPeopleWrite() {
        Instant six = Instant.parse("2025-05-21T06:00:00Z");
        for (String text : List.of(
                "2025-05-21T06:00:00.000Z",
                "2025-05-21T06:00Z",
                "2025-05-21 06:00:00Z",
                "2025-05-21t06:00:00z",
                "2025-05-21T08:00+02:00",
                "2025-05-21T08:00+02",
                "2025-05-21T08:00+0200",
                "2025-05-20T12:00-18:00",
                "2025-05-21T06:00:00.000000000Z")) {
            assertThat(InstantText.read(text)).as(text).contains(six);
        }
        assertThat(InstantText.read("2024-02-29T00:00Z")).isPresent();
        assertThat(InstantText.read("2025-05-21T06:00:00.5Z")).contains(six.plusMillis(500));
    }

    @Example
    void refusesWhatIsNoInstant() {
        for (String text : List.of(
                "",
                " ",
                "now",
                "2025-05-21",
                "2025-05-21T06:00:00",
                "2025-05-21T06:00:60Z",
                "2025-05-21T24:00:00Z",
                "2025-05-21T06:60Z",
                "2025-02-30T06:00Z",
                "2025-02-29T06:00Z",
                "1900-02-29T06:00Z",
                "2025-13-01T06:00Z",
                "2025-00-01T06:00Z",
                "2025-05-00T06:00Z",
                "2025-05-21T06:00:00.1234567Z",
                "2025-05-21T06:00:00.0000001Z",
                "2025-05-21T06:00:00.Z",
                "2025-05-21T06:00.5Z",
                "0000-05-21T06:00Z",
                "2025-05-21T06:00+19:00",
                "2025-05-21T06:00+18:01",
                "2025-05-21T06:00+02:60",
                "2025-05-21T06:00+2",
                "2025-05-21T06:00+02:",
                "2025-05-21T06:00+02:0",
                "2025-05-21T06:00:00Zulu",
                "2025-05-21T06:00:00Z ",
                " 2025-05-21T06:00:00Z",
                "2025-05-21T06:00:00+02:00Z",
                "2025-05-21T06:00:00+02:00[Europe/Zurich]",
                "٢٠٢٥-05-21T06:00:00Z",
                "2025-05-21T06:00:٠٠Z",
                "20250521T060000Z",
                "2025-5-21T06:00:00Z",
                "+2025-05-21T06:00:00Z",
                "1747807200")) {
            assertThat(InstantText.microseconds(text)).as("'%s'", text).isEqualTo(InstantText.UNREADABLE);
        }
    }

    @Example
    void refusesInstantsWhoseOffsetTakesThemOutOfTheYearsOneTo9999() {
        assertThat(InstantText.read("0001-01-01T00:00+00:01")).isEmpty();
        assertThat(InstantText.read("9999-12-31T23:59-00:01")).isEmpty();
        assertThat(InstantText.read("0001-01-01T00:00Z")).contains(FIRST);
        assertThat(InstantText.read("9999-12-31T23:59:59.999999Z")).contains(LAST);
    }

    private static boolean isInRange(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }

    @Provide
    Arbitrary<Instant> instants() {
        long first = InstantText.microseconds(FIRST);
        long last = InstantText.microseconds(LAST);
        Arbitrary<Long> days = Arbitraries.longs().between(-719_162, 2_932_895).map(day -> day * 86_400_000_000L);
        return Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.longs().between(first, last)),
                        Tuple.of(
                                2,
                                Arbitraries.longs()
                                        .between(first / 1_000, last / 1_000)
                                        .map(milli -> milli * 1_000)),
                        Tuple.of(2, days),
                        Tuple.of(2, Arbitraries.longs().between(-2_000_000, 2_000_000)),
                        Tuple.of(1, Arbitraries.of(first, first + 1, last, last - 1)))
                .map(InstantText::instant);
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers()
                .between(-18 * 60, 18 * 60)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    @Provide
    Arbitrary<String> fractions() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(6).map(text -> "." + text);
        return Arbitraries.frequencyOf(
                Tuple.of(4, digits),
                Tuple.of(1, digits.map(text -> (text + "000000").substring(0, 7) + "00")),
                Tuple.of(1, Arbitraries.just("")));
    }

    /** Nearly right texts: an instant with some characters replaced, dropped or doubled, and any text at all. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearly = Combinators.combine(
                        instants(),
                        offsets(),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("", "0", "9", "Z", "z", ":", "-", "+", ".", ",", "T", " ", "é", "٣", "\0"))
                .as((instant, offset, at, cut, put) -> {
                    String text = instant.atOffset(offset).toString();
                    int from = Math.min(at, text.length());
                    int to = Math.min(from + cut, text.length());
                    return text.substring(0, from) + put + text.substring(to);
                });
        return Arbitraries.oneOf(nearly, Arbitraries.strings().ofMaxLength(40));
    }
}
