package dev.usher.core.money;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is taken from the sale of a ticket: a share of its price, and a fixed part for each currency (decision 22).
 *
 * @param share of the price, rounded half up to the smallest unit
 * @param fixed by the currency's code; a currency that is not named has no fixed part
 */
public record FeeSchedule(Percentage share, Map<String, Money> fixed) {
    /** No fee at all. */
    public static final FeeSchedule NONE = new FeeSchedule(Percentage.NONE, Map.of());

    public FeeSchedule {
        fixed = Map.copyOf(fixed);
    }

    /**
     * A schedule whose fixed parts are written as {@code USD,79 EUR,59}.
     *
     * @param amounts in smallest units, a blank between them; what is no amount, or a negative one, is passed over
     */
    public static FeeSchedule of(Percentage share, String amounts) {
        Map<String, Money> fixed = new TreeMap<>();
        for (String amount : words(amounts)) {
            Money.read(amount)
                    .said()
                    .filter(money -> money.minor() >= 0)
                    .ifPresent(money -> fixed.put(money.currency().getCurrencyCode(), money));
        }
        return new FeeSchedule(share, fixed);
    }

    /** True when every word is an amount of its own currency that is not negative. */
    public static boolean isReadable(String amounts) {
        return of(Percentage.NONE, amounts).fixed().size() == words(amounts).size();
    }

    /** The fee on one ticket of a price; none on one that costs nothing. */
    public Money on(Money price) {
        return price.minor() <= 0
                ? Money.zero(price.currency())
                : share.of(price).plus(fixedIn(price.currency()));
    }

    private Money fixedIn(Currency currency) {
        return fixed.getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
    }

    private static List<String> words(String amounts) {
        return amounts.isBlank() ? List.of() : Arrays.asList(amounts.strip().split("\\s+", -1));
    }
}
