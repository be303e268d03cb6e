package dev.usher.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Money of one currency is an ordered group, written exactly, and a share of it is rounded half up. */
class MoneyProperties {
    private static final long MOST = 999_999_999_999_999L;
    private static final List<Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(CURRENCIES);
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(min = -MOST, max = MOST) long minor) {
        Money money = new Money(minor, currency);
        assertThat(Money.read(money.written()).said()).contains(money);
    }

    @Property
    void theMajorUnitsAreTheMinorOnesShifted(@ForAll("currencies") Currency currency, @ForAll long minor) {
        BigDecimal major = new BigDecimal(new Money(minor, currency).major());
        assertThat(major.movePointRight(currency.getDefaultFractionDigits()))
                .isEqualByComparingTo(BigDecimal.valueOf(minor));
        assertThat(major.scale()).isEqualTo(currency.getDefaultFractionDigits());
    }

    @Property
    void addingIsAGroup(
            @ForAll int one, @ForAll int other, @ForAll int third, @ForAll("currencies") Currency currency) {
        Money a = new Money(one, currency);
        Money b = new Money(other, currency);
        Money c = new Money(third, currency);
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(Money.zero(currency))).isEqualTo(a);
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.minus(a).isZero()).isTrue();
    }

    @Property
    void timesIsAddingAgainAndAgain(
            @ForAll int minor, @ForAll @IntRange(max = 20) int count, @ForAll("currencies") Currency currency) {
        Money one = new Money(minor, currency);
        Money sum = Money.zero(currency);
        for (int added = 0; added < count; added++) {
            sum = sum.plus(one);
        }
        assertThat(one.times(count)).isEqualTo(sum);
    }

    @Property
    void theOrderIsThatOfAmounts(@ForAll long one, @ForAll long other, @ForAll("currencies") Currency currency) {
        assertThat(new Money(one, currency).compareTo(new Money(other, currency)))
                .isEqualTo(Long.compare(one, other));
    }

    @Property
    void aShareIsRoundedHalfUp(
            @ForAll @LongRange(max = MOST) long minor,
            @ForAll @IntRange(max = 10_000) int hundredths,
            @ForAll("currencies") Currency currency) {
        Money share = new Percentage(hundredths).of(new Money(minor, currency));
        // In ten-thousandths of the smallest unit: not more than half a unit away, and upwards from the middle.
        BigDecimal exact = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(hundredths));
        BigDecimal away = BigDecimal.valueOf(share.minor())
                .multiply(BigDecimal.valueOf(10_000))
                .subtract(exact);
        assertThat(away).isGreaterThan(BigDecimal.valueOf(-5_000)).isLessThanOrEqualTo(BigDecimal.valueOf(5_000));
        assertThat(share.minor()).isBetween(0L, minor);
    }

    @Property
    void aShareAndTheRestAreTheWholeToTheUnit(
            @ForAll @LongRange(max = MOST) long minor, @ForAll @IntRange(max = 10_000) int hundredths) {
        Money whole = new Money(minor, CURRENCIES.get(0));
        Money both = new Percentage(hundredths).of(whole).plus(new Percentage(10_000 - hundredths).of(whole));
        assertThat(both.minus(whole).minor()).isBetween(0L, 1L);
        assertThat(Percentage.WHOLE.of(whole)).isEqualTo(whole);
        assertThat(Percentage.NONE.of(whole).isZero()).isTrue();
    }

    @Example
    void differentCurrenciesDoNotMeet() {
        Money dollars = new Money(1, Currency.getInstance("USD"));
        Money euros = new Money(1, Currency.getInstance("EUR"));
        assertThatThrownBy(() -> dollars.plus(euros)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dollars.minus(euros)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dollars.compareTo(euros)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void whatIsTooLargeIsNeverWrapped() {
        Money most = new Money(Long.MAX_VALUE, Currency.getInstance("USD"));
        assertThatThrownBy(() -> most.plus(most)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.zero(most.currency()).minus(most).minus(most))
                .isInstanceOf(ArithmeticException.class);
    }

    @Example
    void whatIsNoMoneyIsUnreadable() {
        for (String text : List.of(
                "",
                "USD",
                "4500",
                "USD,",
                "USD,4.5",
                "usd,4500",
                "XXX,1",
                "XAU,1",
                "USD,4500,1",
                "ZZZ,1",
                "USD, 1",
                "USD,1234567890123456")) {
            assertThat(Money.read(text).isUnreadable()).as(text).isTrue();
        }
    }

    @Example
    void sharesOfHalfAUnitGoUp() {
        Currency dollar = Currency.getInstance("USD");
        assertThat(new Percentage(5_000).of(new Money(1, dollar)).minor()).isEqualTo(1);
        assertThat(new Percentage(4_999).of(new Money(1, dollar)).minor()).isZero();
        assertThat(new Percentage(250)).hasToString("2.50");
    }
}
