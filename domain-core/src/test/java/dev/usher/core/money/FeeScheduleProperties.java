package dev.usher.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A fee is a share of the price and a fixed part of its currency, and nothing on what costs nothing. */
class FeeScheduleProperties {
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final Currency EURO = Currency.getInstance("EUR");

    @Property
    void aFeeIsItsShareAndItsFixedPart(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long minor,
            @ForAll @IntRange(max = 10_000) int hundredths,
            @ForAll @IntRange(max = 1_000) int fixed) {
        FeeSchedule fees = FeeSchedule.of(new Percentage(hundredths), "EUR,7 USD," + fixed);
        long share = (minor * hundredths + 5_000) / 10_000;
        assertThat(fees.on(new Money(minor, DOLLAR))).isEqualTo(new Money(share + fixed, DOLLAR));
        assertThat(fees.on(new Money(minor, EURO))).isEqualTo(new Money(share + 7, EURO));
        assertThat(fees.on(Money.zero(DOLLAR)).isZero()).isTrue();
    }

    @Property
    void aDearerTicketNeverHasASmallerFee(
            @ForAll @LongRange(max = 1_000_000_000) long one,
            @ForAll @LongRange(max = 1_000_000_000) long other,
            @ForAll @IntRange(max = 10_000) int hundredths) {
        FeeSchedule fees = FeeSchedule.of(new Percentage(hundredths), "USD,79");
        Money cheap = new Money(Math.min(one, other), DOLLAR);
        Money dear = new Money(Math.max(one, other), DOLLAR);
        assertThat(fees.on(cheap)).isLessThanOrEqualTo(fees.on(dear));
    }

    @Example
    void aCurrencyThatIsNotNamedHasNoFixedPart() {
        FeeSchedule fees = FeeSchedule.of(Percentage.NONE, "USD,79");
        assertThat(fees.on(new Money(1_000, EURO)).isZero()).isTrue();
        assertThat(FeeSchedule.NONE.on(new Money(1_000, DOLLAR)).isZero()).isTrue();
    }

    @Example
    void whatIsNoAmountIsPassedOver() {
        assertThat(FeeSchedule.of(Percentage.NONE, "").fixed()).isEmpty();
        assertThat(FeeSchedule.of(Percentage.NONE, " USD,79  bad EUR,-1 ").fixed())
                .isEqualTo(Map.of("USD", new Money(79, DOLLAR)));
    }

    @Example
    void eachCurrencyHasOneFixedPartThatIsNotNegative() {
        assertThat(FeeSchedule.areAmounts("")).isTrue();
        assertThat(FeeSchedule.areAmounts("USD,79 EUR,59")).isTrue();
        assertThat(FeeSchedule.areAmounts("USD,79 USD,59")).isFalse();
        assertThat(FeeSchedule.areAmounts("USD,-1")).isFalse();
        assertThat(FeeSchedule.areAmounts("79 cents")).isFalse();
    }

    @Property
    void aCurrencyHasItsOwnShareOrTheCommonOne(
            @ForAll @IntRange(max = 10_000) int common, @ForAll @IntRange(max = 10_000) int own) {
        FeeSchedule fees = FeeSchedule.of(new Percentage(common), "EUR," + new Percentage(own), "");
        Money euros = new Money(10_000, EURO);
        assertThat(fees.on(euros).minor()).isEqualTo(own);
        assertThat(fees.on(new Money(10_000, DOLLAR)).minor()).isEqualTo(common);
    }

    @Example
    void sharesAreReadInPerCentForEachCurrencyOnce() {
        assertThat(FeeSchedule.areShares("USD,3.70 EUR,2.5 JPY,100")).isTrue();
        assertThat(FeeSchedule.areShares("")).isTrue();
        assertThat(FeeSchedule.areShares("USD,3.705")).isFalse();
        assertThat(FeeSchedule.areShares("USD,101")).isFalse();
        assertThat(FeeSchedule.areShares("USD,1 USD,2")).isFalse();
        assertThat(FeeSchedule.areShares("usd,1")).isFalse();
        assertThat(FeeSchedule.areShares("3.7")).isFalse();
    }
}
