package dev.usher.core.money;

import dev.usher.core.rule.Field;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * An amount of money, such as 45.00 USD: whole minor units of one currency, never a fraction.
 *
 * @param minor how many of the currency's smallest units, such as 4,500 cents; negative for a debt
 * @param currency an ISO 4217 currency that has a smallest unit
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    private static final int MOST_DIGITS = 15;

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " is no money: it has no smallest unit");
        }
    }

    /** Nothing of a currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The currency of an ISO 4217 code in capitals; empty when there is none that has a smallest unit. */
    public static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(found -> found.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Reads {@code USD,4500}: the currency's code and the amount in its smallest unit. */
    public static Field<Money> read(String text) {
        int comma = text.indexOf(',');
        Optional<Currency> currency = comma < 0 ? Optional.empty() : currency(text.substring(0, comma));
        String amount = text.substring(comma + 1);
        return currency.isPresent() && amount.matches("-?[0-9]{1," + MOST_DIGITS + "}")
                ? Field.said(new Money(Long.parseLong(amount), currency.get()))
                : Field.unreadable(
                        text,
                        "expected an ISO 4217 currency and an amount in its smallest unit, such as USD,4500 for 45.00 USD");
    }

    /** As {@link #read} reads it. */
    public String written() {
        return currency.getCurrencyCode() + "," + minor;
    }

    /** The amount in the currency itself, such as {@code 45.00}; {@code 4500} where it has no smaller unit. */
    public String major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        requireSame(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /** This less another; may be negative. */
    public Money minus(Money other) {
        requireSame(other);
        return new Money(Math.subtractExact(minor, other.minor), currency);
    }

    /** So many times this. */
    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** Compares amounts of one currency. */
    @Override
    public int compareTo(Money other) {
        requireSame(other);
        return Long.compare(minor, other.minor);
    }

    private void requireSame(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
    }

    @Override
    public String toString() {
        return major() + " " + currency;
    }
}
