package dev.usher.core.adapter;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values that were said for settings, by name; whoever reads one gives the {@link Setting} and so its fallback.
 *
 * <p>A value of the wrong form is an {@link InvalidSetting}, which names the setting, the value and what would be right.
 */
public final class Settings {
    /** The word for a limit that is none. */
    public static final String UNLIMITED = "unlimited";

    private final Map<String, String> said;

    private Settings(Map<String, String> said) {
        this.said = said;
    }

    /** Settings with these values said, by setting name. */
    public static Settings of(Map<String, String> said) {
        return new Settings(new TreeMap<>(said));
    }

    /** The names that were said, whether any module knows them or not. */
    public Iterable<String> names() {
        return said.keySet();
    }

    /** True when somebody said a value, even an empty one. */
    public boolean says(Setting setting) {
        return said.containsKey(setting.name());
    }

    public String text(Setting setting) {
        return said.getOrDefault(setting.name(), setting.fallback());
    }

    /** Yes or no, said as {@code true} or {@code false}. */
    public boolean flag(Setting setting) {
        String text = text(setting).strip();
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(setting, text, "true or false");
        };
    }

    /** A whole number between two bounds, both allowed. */
    public long number(Setting setting, long least, long most) {
        return number(setting, least, most, "a whole number from " + least + " to " + most);
    }

    /** How much there may be of something: a whole number, or {@code unlimited}, which is the greatest there is. */
    public long limit(Setting setting) {
        return text(setting).strip().equals(UNLIMITED)
                ? Long.MAX_VALUE
                : number(setting, 0, Long.MAX_VALUE, "a whole number from 0 on, or " + UNLIMITED);
    }

    private long number(Setting setting, long least, long most, String expected) {
        String text = text(setting).strip();
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw invalid(setting, text, expected);
        }
        throw invalid(setting, text, expected);
    }

    /** A span of time, not below zero, such as {@code 30s}, {@code 500ms}, {@code 5m} or ISO 8601's {@code PT30S}. */
    public Duration duration(Setting setting) {
        String text = text(setting).strip();
        try {
            Duration duration = duration(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException unreadable) {
            throw invalid(setting, text, "a duration such as 500ms, 30s, 5m or PT30S");
        }
        throw invalid(setting, text, "a duration such as 500ms, 30s, 5m or PT30S");
    }

    private static Duration duration(String text) {
        int unit = endOfDigits(text);
        return switch (text.substring(unit)) {
            case "ms" -> Duration.ofMillis(Long.parseLong(text.substring(0, unit)));
            case "s" -> Duration.ofSeconds(Long.parseLong(text.substring(0, unit)));
            case "m" -> Duration.ofMinutes(Long.parseLong(text.substring(0, unit)));
            case "h" -> Duration.ofHours(Long.parseLong(text.substring(0, unit)));
            default -> Duration.parse(text);
        };
    }

    /** A size in bytes such as {@code 1048576}, {@code 512k}, {@code 64m} or {@code 2g}. */
    public long bytes(Setting setting) {
        String text = text(setting).strip();
        try {
            int unit = endOfDigits(text);
            long count = Long.parseLong(text.substring(0, unit));
            return switch (text.substring(unit)) {
                case "" -> count;
                case "k" -> Math.multiplyExact(count, 1L << 10);
                case "m" -> Math.multiplyExact(count, 1L << 20);
                case "g" -> Math.multiplyExact(count, 1L << 30);
                default -> throw invalid(setting, text, "a size in bytes such as 1048576, 512k, 64m or 2g");
            };
        } catch (NumberFormatException | ArithmeticException unreadable) {
            throw invalid(setting, text, "a size in bytes such as 1048576, 512k, 64m or 2g");
        }
    }

    private static int endOfDigits(String text) {
        int at = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static InvalidSetting invalid(Setting setting, String text, String expected) {
        return new InvalidSetting(setting.name() + " is '" + text + "'; expected " + expected);
    }
}
