package dev.usher.core.attribute;

import dev.usher.core.money.Money;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * What sort of value an attribute has: how it is read from a request's text, and written again.
 *
 * <p>A store has a column type for each of these; what {@link #write} gives, {@link #read} understands as the same value.
 */
public sealed interface Kind<T> {

    /** The value of a text; unreadable, with what would be right, when it is none. */
    Field<T> read(String text);

    /** A value as {@link #read} understands it. */
    String write(T value);

    /** A value that was not read from a text, judged as if it had been. */
    default Field<T> judge(T value) {
        return read(write(value));
    }

    /** Text of up to so many characters (UTF-16 units), kept to the letter. */
    record Text(int longest) implements Kind<String> {
        /** What is longer than this a store may keep aside. */
        public static final int SHORT = OutsideText.LONGEST_NAME;

        @Override
        public Field<String> read(String text) {
            return text.length() <= longest && OutsideText.isWritable(text)
                    ? Field.said(text)
                    : Field.unreadable(
                            text,
                            "it has " + text.length() + " characters; expected at most " + longest
                                    + ", without U+0000 and halves of surrogate pairs");
        }

        @Override
        public String write(String value) {
            return value;
        }
    }

    /** Yes or no. */
    record Flag() implements Kind<Boolean> {
        @Override
        public Field<Boolean> read(String text) {
            return switch (text) {
                case "true", "True" -> Field.said(true);
                case "false", "False" -> Field.said(false);
                default -> Field.unreadable(text, "expected true or false");
            };
        }

        @Override
        public String write(Boolean value) {
            return value.toString();
        }
    }

    /** A whole number within bounds. */
    record Whole(long least, long most) implements Kind<Long> {
        @Override
        public Field<Long> read(String text) {
            if (text.matches("-?[0-9]{1,18}")) {
                long number = Long.parseLong(text);
                if (number >= least && number <= most) {
                    return Field.said(number);
                }
            }
            return Field.unreadable(text, "expected a whole number from " + least + " to " + most);
        }

        @Override
        public String write(Long value) {
            return value.toString();
        }
    }

    /** The engine-wide number of something else. */
    record Reference() implements Kind<Long> {
        @Override
        public Field<Long> read(String text) {
            return text.matches("[0-9]{1,18}")
                    ? Field.said(Long.parseLong(text))
                    : Field.unreadable(text, "expected an id, up to 18 digits");
        }

        @Override
        public String write(Long value) {
            return value.toString();
        }
    }

    /** An instant to the second, in UTC. */
    record Moment() implements Kind<Instant> {
        @Override
        public Field<Instant> read(String text) {
            try {
                Instant instant = text.length() == 20 ? Instant.parse(text) : Instant.MIN;
                if (!instant.equals(Instant.MIN)) {
                    return Field.said(instant);
                }
            } catch (DateTimeException unreadable) {
                return expected(text);
            }
            return expected(text);
        }

        private static Field<Instant> expected(String text) {
            return Field.unreadable(text, "expected an instant in UTC to the second, such as 2030-07-04T18:00:00Z");
        }

        @Override
        public String write(Instant value) {
            return value.toString();
        }
    }

    /** The name of a time zone, such as {@code Europe/Zurich}; whether there is one of that name is for a rule to say. */
    record Zone() implements Kind<String> {
        private static final Text NAME = new Text(Text.SHORT);

        @Override
        public Field<String> read(String text) {
            return NAME.read(text);
        }

        @Override
        public String write(String value) {
            return value;
        }

        /** True when the zone is known; offsets and abbreviations are not zones. */
        public static boolean isKnown(String zone) {
            return ZoneId.getAvailableZoneIds().contains(zone);
        }
    }

    /** An ISO 4217 currency. */
    record CurrencyCode() implements Kind<Currency> {
        @Override
        public Field<Currency> read(String text) {
            return Money.currency(text)
                    .map(Field::said)
                    .orElseGet(() -> Field.unreadable(text, "expected an ISO 4217 code in capitals, such as USD"));
        }

        @Override
        public String write(Currency value) {
            return value.getCurrencyCode();
        }
    }

    /** An amount of money. */
    record Price() implements Kind<Money> {
        @Override
        public Field<Money> read(String text) {
            return Money.read(text);
        }

        @Override
        public String write(Money value) {
            return value.written();
        }
    }

    /** One word of a few. */
    record Choice(List<String> words) implements Kind<String> {
        public Choice {
            words = List.copyOf(words);
        }

        public static Choice of(String... words) {
            return new Choice(List.of(words));
        }

        @Override
        public Field<String> read(String text) {
            return words.contains(text)
                    ? Field.said(text)
                    : Field.unreadable(text, "expected one of " + String.join(", ", words));
        }

        @Override
        public String write(String value) {
            return value;
        }
    }

    /** Several words of a few, each once, in their order. */
    record Choices(List<String> words) implements Kind<List<String>> {
        public Choices {
            words = List.copyOf(words);
        }

        public static Choices of(String... words) {
            return new Choices(List.of(words));
        }

        @Override
        public Field<List<String>> read(String text) {
            List<String> said = text.isEmpty() ? List.of() : List.of(text.split(",", -1));
            return Set.copyOf(words).containsAll(said)
                    ? Field.said(words.stream().filter(said::contains).toList())
                    : Field.unreadable(text, "expected some of " + String.join(", ", words) + ", joined by commas");
        }

        @Override
        public String write(List<String> value) {
            return String.join(",", value);
        }
    }
}
