package dev.usher.conformance;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Kind;
import dev.usher.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Values at the edge of what each kind of attribute may hold, found by walking the table of a concept. */
final class AttributeSamples {
    /** After so many variants every edge of every kind has been seen. */
    static final int VARIANTS = Samples.AWKWARD_NAMES.size() + 3;

    private AttributeSamples() {}

    /** Something for each attribute of the table, other things for each variant. */
    static Attributes variant(List<Attribute<?>> table, int variant) {
        Attributes all = Attributes.NONE;
        for (Attribute<?> attribute : table) {
            all = with(all, attribute, variant);
        }
        return all;
    }

    private static <T> Attributes with(Attributes others, Attribute<T> attribute, int variant) {
        List<T> edges = edges(attribute.kind());
        return others.with(attribute, edges.get(Math.floorMod(variant, edges.size())));
    }

    // Each kind has edges of its own values, which the compiler cannot follow.
    @SuppressWarnings("unchecked")
    private static <T> List<T> edges(Kind<T> kind) {
        return (List<T>) values(kind);
    }

    private static List<?> values(Kind<?> kind) {
        if (kind instanceof Kind.Text text) {
            return texts(text.longest());
        }
        if (kind instanceof Kind.Flag) {
            return List.of(true, false);
        }
        if (kind instanceof Kind.Whole whole) {
            return List.of(whole.least(), whole.most());
        }
        if (kind instanceof Kind.Reference) {
            return List.of(0L, 999_999_999_999_999_999L, 1L << 32);
        }
        if (kind instanceof Kind.Moment) {
            return Stream.concat(Samples.AWKWARD_INSTANTS.stream(), Stream.of(Instant.parse("0001-01-01T00:00:00Z")))
                    .toList();
        }
        if (kind instanceof Kind.CurrencyCode) {
            return List.of(Currency.getInstance("USD"), Currency.getInstance("JPY"), Currency.getInstance("KWD"));
        }
        if (kind instanceof Kind.Price) {
            return List.of(
                    Money.zero(Currency.getInstance("CHF")),
                    new Money(999_999_999_999_999L, Currency.getInstance("JPY")),
                    new Money(-1, Currency.getInstance("KWD")));
        }
        if (kind instanceof Kind.Choice choice) {
            return choice.words();
        }
        if (kind instanceof Kind.Choices choices) {
            return List.of(choices.words(), List.of(), choices.words().subList(0, 1));
        }
        return List.of("Europe/Zurich", "America/Argentina/ComodRivadavia", "");
    }

    private static List<String> texts(int longest) {
        List<String> texts = new ArrayList<>(Samples.AWKWARD_NAMES.stream()
                .filter(name -> name.length() <= longest)
                .toList());
        texts.add("");
        texts.add("<p>" + "\u6f22".repeat(longest - 3));
        texts.add("\ud83c\udfab".repeat(longest / 2));
        return texts;
    }
}
