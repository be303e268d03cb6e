package dev.usher.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A share in hundredths of a per cent: 2.50 % is 250.
 *
 * @param hundredths how many hundredths of a per cent, 0 to 10,000
 */
public record Percentage(int hundredths) {
    /** All of it. */
    public static final Percentage WHOLE = new Percentage(10_000);

    /** None of it. */
    public static final Percentage NONE = new Percentage(0);

    public Percentage {
        if (hundredths < 0 || hundredths > 10_000) {
            throw new IllegalArgumentException(hundredths + " hundredths of a per cent; expected 0 to 10000");
        }
    }

    /** Reads {@code 2.5}: per cent from 0 to 100, with up to two decimals; empty when it is none. */
    public static Optional<Percentage> read(String text) {
        if (!text.matches("[0-9]{1,3}([.][0-9]{1,2})?")) {
            return Optional.empty();
        }
        int hundredths = new BigDecimal(text).movePointRight(2).intValueExact();
        return hundredths > WHOLE.hundredths() ? Optional.empty() : Optional.of(new Percentage(hundredths));
    }

    /** The share of an amount, rounded half up to the smallest unit (decision 24). */
    public Money of(Money amount) {
        BigDecimal share = BigDecimal.valueOf(amount.minor())
                .multiply(BigDecimal.valueOf(hundredths, 4))
                .setScale(0, RoundingMode.HALF_UP);
        return new Money(share.longValueExact(), amount.currency());
    }

    /** With two decimals, such as {@code 2.50}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
