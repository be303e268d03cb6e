package dev.usher.core.money;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is taken from the sale of a ticket, in each currency: a share of its price, and a fixed part (decision 22).
 *
 * @param share of the price in a currency that has none of its own, rounded half up to the smallest unit
 * @param shares by the currency's code
 * @param fixed by the currency's code; a currency that is not named has no fixed part
 */
public record FeeSchedule(Percentage share, Map<String, Percentage> shares, Map<String, Money> fixed) {
    /** No fee at all. */
    public static final FeeSchedule NONE = new FeeSchedule(Percentage.NONE, Map.of(), Map.of());

    public FeeSchedule {
        shares = Map.copyOf(shares);
        fixed = Map.copyOf(fixed);
    }

    /** The same share in every currency; see {@link #of(Percentage, String, String)}. */
    public static FeeSchedule of(Percentage share, String amounts) {
        return of(share, "", amounts);
    }

    /**
     * A schedule as people write it; what cannot be read is passed over.
     *
     * @param shares such as {@code USD,3.70 EUR,2.5}: per cent with up to two decimals, a blank between currencies
     * @param amounts such as {@code USD,79 EUR,59}: none negative, in smallest units
     */
    public static FeeSchedule of(Percentage share, String shares, String amounts) {
        return new FeeSchedule(share, read(shares, FeeSchedule::percentage), read(amounts, FeeSchedule::amount));
    }

    /** True when every word is a share of its own currency. */
    public static boolean areShares(String shares) {
        return read(shares, FeeSchedule::percentage).size() == words(shares).size();
    }

    /** True when every word is an amount of its own currency that is not negative. */
    public static boolean areAmounts(String amounts) {
        return read(amounts, FeeSchedule::amount).size() == words(amounts).size();
    }

    /** The fee on one ticket of a price; none on one that costs nothing. */
    public Money on(Money price) {
        String currency = price.currency().getCurrencyCode();
        return price.minor() <= 0
                ? Money.zero(price.currency())
                : shares.getOrDefault(currency, share).of(price).plus(fixedIn(price.currency()));
    }

    private Money fixedIn(Currency currency) {
        return fixed.getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
    }

    private static <T> Map<String, T> read(String text, Function<String, Optional<T>> reader) {
        Map<String, T> byCurrency = new TreeMap<>();
        words(text).forEach(word -> reader.apply(word).ifPresent(value -> byCurrency.put(currency(word), value)));
        return byCurrency;
    }

    private static String currency(String word) {
        return word.substring(0, word.indexOf(','));
    }

    private static Optional<Money> amount(String word) {
        return Money.read(word).said().filter(money -> money.minor() >= 0);
    }

    private static Optional<Percentage> percentage(String word) {
        int comma = word.indexOf(',');
        boolean isCurrency =
                comma > 0 && Money.currency(word.substring(0, comma)).isPresent();
        return isCurrency ? Percentage.read(word.substring(comma + 1)) : Optional.empty();
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+", -1));
    }
}
