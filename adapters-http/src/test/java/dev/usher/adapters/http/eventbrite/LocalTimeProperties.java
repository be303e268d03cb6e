package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.adapters.http.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Wherever clocks leap, an event shows what they show there at its instant: the old time before the leap, then the new. */
class LocalTimeProperties {
    private static final Instant NEW_YEAR = Instant.parse("2018-01-01T00:00:00Z");
    private static final long DAY = Duration.ofDays(1).toSeconds();

    /** All zones whose clocks leap, by an hour, half an hour or, in Antarctica, two: far more than twenty. */
    private static final List<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds())
            .stream().filter(zone -> leaps(zone, 20)).toList();

    @Provide
    static Arbitrary<String> zone() {
        return Arbitraries.of(ZONES);
    }

    @Property(tries = 2_000)
    void clocksShowTheOldTimeUntilTheyLeapAndThenTheNew(
            @ForAll("zone") String zone,
            @ForAll @IntRange(max = 20) int later,
            @ForAll @LongRange(min = -10_800, max = 10_800) long seconds) {
        ZoneOffsetTransition leap = leap(zone, later).orElseThrow();
        ZoneOffset offset = seconds < 0 ? leap.getOffsetBefore() : leap.getOffsetAfter();
        Instant instant = leap.getInstant().plusSeconds(seconds);

        assertThat(local(instant, zone)).isEqualTo(onTheWall(instant.getEpochSecond() + offset.getTotalSeconds()));
    }

    @Example
    void thereAreTwentyZonesWhoseClocksLeap() {
        assertThat(ZONES)
                .hasSizeGreaterThan(20)
                .contains("Europe/Zurich", "America/St_Johns", "Australia/Lord_Howe", "Antarctica/Troll");
    }

    /** What almanacs say, so that the law above is not one of java.time alone. */
    @Example
    void clocksThatEverybodyKnowsShowWhatTheyDid() {
        assertThat(local("2018-03-25T00:59:59Z", "Europe/Zurich")).isEqualTo("2018-03-25T01:59:59");
        assertThat(local("2018-03-25T01:00:00Z", "Europe/Zurich")).isEqualTo("2018-03-25T03:00:00");
        assertThat(local("2018-10-28T00:30:00Z", "Europe/Zurich")).isEqualTo("2018-10-28T02:30:00");
        assertThat(local("2018-10-28T01:30:00Z", "Europe/Zurich")).isEqualTo("2018-10-28T02:30:00");
        assertThat(local("2018-03-11T06:59:59Z", "America/New_York")).isEqualTo("2018-03-11T01:59:59");
        assertThat(local("2018-03-11T07:00:00Z", "America/New_York")).isEqualTo("2018-03-11T03:00:00");
        assertThat(local("2018-03-31T14:59:59Z", "Australia/Lord_Howe")).isEqualTo("2018-04-01T01:59:59");
        assertThat(local("2018-03-31T15:00:00Z", "Australia/Lord_Howe")).isEqualTo("2018-04-01T01:30:00");
        assertThat(local("2018-03-25T01:00:00Z", "Antarctica/Troll")).isEqualTo("2018-03-25T03:00:00");
    }

    private static String local(String instant, String zone) {
        return local(Instant.parse(instant), zone);
    }

    private static String local(Instant instant, String zone) {
        byte[] written = Json.object(json -> json.momentInZone("start", Optional.of(instant), Optional.of(zone)))
                .toBytes();
        return RunningService.json(new String(written, StandardCharsets.UTF_8))
                .at("/start/local")
                .asText();
    }

    /** So many seconds after a clock on the wall showed the beginning of 1970. */
    private static String onTheWall(long seconds) {
        return LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY)) + "T"
                + LocalTime.ofSecondOfDay(Math.floorMod(seconds, DAY)).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    private static boolean leaps(String zone, int times) {
        return leap(zone, times).isPresent();
    }

    private static Optional<ZoneOffsetTransition> leap(String zone, int later) {
        Optional<ZoneOffsetTransition> found = next(zone, NEW_YEAR);
        for (int at = 0; at < later; at++) {
            found = found.flatMap(leap -> next(zone, leap.getInstant()));
        }
        return found;
    }

    private static Optional<ZoneOffsetTransition> next(String zone, Instant after) {
        return Optional.ofNullable(ZoneId.of(zone).getRules().nextTransition(after));
    }
}
