package dev.usher.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What a kind writes, it reads as the same value; what it cannot read, it explains. */
class KindProperties {
    private static final List<Kind<?>> ALL = List.of(
            new Kind.Text(10),
            new Kind.Flag(),
            new Kind.Whole(-5, 5),
            new Kind.Reference(),
            new Kind.Moment(),
            new Kind.Zone(),
            new Kind.CurrencyCode(),
            new Kind.Price(),
            Kind.Choice.of("one", "two"),
            Kind.Choices.of("one", "two"));

    @Property
    void texts(@ForAll @StringLength(max = 40) String text) {
        Kind.Text kind = new Kind.Text(20);
        boolean good =
                text.length() <= 20 && !text.contains("\0") && text.codePoints().noneMatch(KindProperties::isHalf);
        assertThat(kind.read(text).said().isPresent()).isEqualTo(good);
        kind.read(text).said().ifPresent(value -> assertThat(kind.write(value)).isEqualTo(text));
    }

    @Property
    void flags(@ForAll boolean flag) {
        roundTrip(new Kind.Flag(), flag);
    }

    @Property
    void wholeNumbers(@ForAll @LongRange(min = -1_000, max = 1_000) long number) {
        Kind.Whole kind = new Kind.Whole(-500, 500);
        assertThat(kind.read(kind.write(number)).said().isPresent()).isEqualTo(Math.abs(number) <= 500);
        roundTrip(new Kind.Whole(-1_000, 1_000), number);
    }

    @Property
    void references(@ForAll @LongRange(max = 999_999_999_999_999_999L) long number) {
        roundTrip(new Kind.Reference(), number);
    }

    @Property
    void moments(@ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
        roundTrip(new Kind.Moment(), Instant.ofEpochSecond(second));
    }

    @Property
    void prices(@ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long minor) {
        roundTrip(new Kind.Price(), new Money(minor, Currency.getInstance("JPY")));
    }

    @Property
    void severalOfAFewWords(@ForAll @Size(max = 3) Set<@IntRange(max = 2) Integer> chosen) {
        List<String> words = List.of("one", "two", "three");
        List<String> value = chosen.stream().sorted().map(words::get).toList();
        roundTrip(new Kind.Choices(words), value);
    }

    @Property
    void nothingThatComesFromOutsideBreaksAKind(@ForAll @StringLength(max = 30) String text) {
        for (Kind<?> kind : ALL) {
            assertThat(kind.read(text).said().isPresent())
                    .isNotEqualTo(kind.read(text).isUnreadable());
        }
    }

    @Example
    void currenciesAndChoices() {
        for (Currency currency : Currency.getAvailableCurrencies()) {
            if (currency.getDefaultFractionDigits() >= 0) {
                roundTrip(new Kind.CurrencyCode(), currency);
            }
        }
        roundTrip(Kind.Choice.of("one", "two"), "two");
        assertThat(Kind.Choice.of("one", "two").read("three").isUnreadable()).isTrue();
        assertThat(Kind.Choices.of("one", "two").read("two,one,two").said()).contains(List.of("one", "two"));
        assertThat(Kind.Choices.of("one", "two").read("one,").isUnreadable()).isTrue();
    }

    @Example
    void momentsAreToTheSecondAndInUtc() {
        Kind.Moment kind = new Kind.Moment();
        assertThat(kind.read("2026-07-04T18:00:00Z").said()).contains(Instant.parse("2026-07-04T18:00:00Z"));
        for (String text : List.of(
                "2026-07-04T18:00:00",
                "2026-07-04T18:00:00.5Z",
                "2026-07-04",
                "2026-02-30T18:00:00Z",
                "2026-07-04 18:00:00Z",
                "2026-07-04T24:00:01Z")) {
            assertThat(kind.read(text).isUnreadable()).as(text).isTrue();
        }
    }

    @Example
    void zonesAreNamesOfPlaces() {
        assertThat(Kind.Zone.isKnown("Europe/Zurich")).isTrue();
        assertThat(Kind.Zone.isKnown("UTC+1")).isFalse();
        assertThat(Kind.Zone.isKnown("+01:00")).isFalse();
    }

    private static <T> void roundTrip(Kind<T> kind, T value) {
        assertThat(kind.read(kind.write(value)).said()).contains(value);
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
