package dev.usher.core.attribute;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader sees of a text with mark-up: no tags, no comments, characters instead of their names.
 *
 * <p>It serves to compare, to sort, and to tell whether there is anything to see; to make mark-up harmless takes more.
 */
public final class Markup {
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final Set<String> BREAKING =
            Set.of("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> UNSEEN = Set.of("script", "style", "svg", "template", "title");
    private static final int LONGEST_REFERENCE = 10;

    private final String text;
    private final StringBuilder seen;
    private int at;

    private Markup(String text) {
        this.text = text;
        this.seen = new StringBuilder(text.length());
    }

    /** The text as a reader sees it, never longer than it was; where lines or paragraphs end, a blank. */
    public static String seen(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0 ? text : new Markup(text).read();
    }

    /** True when there is nothing to see: mark-up alone, blanks, or characters without a shape. */
    public static boolean isBlank(String text) {
        return seen(text).codePoints().noneMatch(Markup::isVisible);
    }

    private String read() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '<' && isTag()) {
                passTag();
            } else if (next == '&') {
                readReference();
            } else {
                seen.append(next);
                at++;
            }
        }
        return seen.toString();
    }

    /** A tag begins with a letter, a slash, or what no text begins with; "1 < 2" holds none. */
    private boolean isTag() {
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return after == '/' || after == '!' || after == '?' || isLetter(after);
    }

    private void passTag() {
        if (text.startsWith("<!--", at)) {
            passAfter("-->");
            return;
        }
        boolean isEnd = text.startsWith("</", at);
        int begin = at + (isEnd ? 2 : 1);
        int end = begin;
        while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        String name = text.substring(begin, end).toLowerCase(Locale.ROOT);
        passAfter(">");
        if (BREAKING.contains(name)) {
            seen.append(' ');
        } else if (!isEnd && UNSEEN.contains(name)) {
            passUntilEndOf(name);
        }
    }

    private void passUntilEndOf(String name) {
        String end = "</" + name;
        while (at < text.length() && !text.regionMatches(true, at, end, 0, end.length())) {
            at++;
        }
    }

    private void passAfter(String mark) {
        int found = text.indexOf(mark, at);
        at = found < 0 ? text.length() : found + mark.length();
    }

    private void readReference() {
        int end = endOfReference();
        Optional<String> character = end < 0 ? Optional.empty() : character(text.substring(at + 1, end));
        seen.append(character.orElse("&"));
        at = character.isPresent() ? end + 1 : at + 1;
    }

    /** Looked for as far as a reference can reach, for a text may consist of nothing but beginnings. */
    private int endOfReference() {
        int most = Math.min(text.length(), at + LONGEST_REFERENCE + 1);
        for (int end = at; end < most; end++) {
            if (text.charAt(end) == ';') {
                return end;
            }
        }
        return -1;
    }

    private static Optional<String> character(String reference) {
        if (!reference.startsWith("#")) {
            return Optional.ofNullable(NAMED.get(reference));
        }
        boolean isHexadecimal = reference.startsWith("#x") || reference.startsWith("#X");
        String digits = reference.substring(isHexadecimal ? 2 : 1);
        if (!digits.matches(isHexadecimal ? "[0-9A-Fa-f]{1,6}" : "[0-9]{1,7}")) {
            return Optional.empty();
        }
        int point = Integer.parseInt(digits, isHexadecimal ? 16 : 10);
        boolean isCharacter = point > 0
                && Character.isValidCodePoint(point)
                && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
        return isCharacter ? Optional.of(Character.toString(point)) : Optional.empty();
    }

    private static boolean isVisible(int point) {
        return !Character.isWhitespace(point)
                && !Character.isSpaceChar(point)
                && !Character.isISOControl(point)
                && Character.getType(point) != Character.FORMAT;
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
