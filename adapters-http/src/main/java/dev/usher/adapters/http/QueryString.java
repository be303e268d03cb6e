package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.SHAPE;

import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a request's query, in the order in which they stand.
 *
 * <p>Read strictly: a broken percent sequence, or one that is no UTF-8, is refused rather than guessed, for a guess would
 * ask for another event. {@code +} is a blank; {@code &} separates, {@code ;} does not.
 */
public final class QueryString {

    private static final int EXPECTED_PARAMETERS = 4;

    /** One parameter, decoded. */
    public record Parameter(String name, String value) {}

    private QueryString() {}

    /**
     * The parameters of a query as it stands in the request line, without its question mark.
     *
     * @param expected the names that most parameters have, which need not be made anew
     */
    public static Outcome<List<Parameter>> read(String query, List<String> expected) {
        return read(query, expected, "the query", "MALFORMED_QUERY");
    }

    /** What a form says in the body of a request, in the same notation. */
    public static Outcome<List<Parameter>> readForm(String form) {
        return read(form, List.of(), "the form", "INVALID_BODY");
    }

    private static Outcome<List<Parameter>> read(String query, List<String> expected, String place, String code) {
        List<Parameter> parameters = new ArrayList<>(EXPECTED_PARAMETERS);
        int from = 0;
        while (from <= query.length()) {
            int ampersand = query.indexOf('&', from);
            int end = ampersand < 0 ? query.length() : ampersand;
            if (end > from) {
                int equals = query.indexOf('=', from);
                int nameEnd = equals < 0 || equals > end ? end : equals;
                try {
                    parameters.add(new Parameter(
                            name(query, from, nameEnd, expected),
                            decoded(query.substring(Math.min(nameEnd + 1, end), end))));
                } catch (CharacterCodingException broken) {
                    return Outcome.rejected(new Violation(
                            SHAPE,
                            code,
                            "",
                            "in " + place + ", '" + OutsideText.shown(query.substring(from, nameEnd))
                                    + "' or its value is not percent-encoded UTF-8; expected % and two hexadecimal digits for"
                                    + " each byte, and %25 for a percent sign"));
                }
            }
            from = end + 1;
        }
        return Outcome.accepted(parameters);
    }

    private static String name(String query, int from, int end, List<String> expected) throws CharacterCodingException {
        for (int index = 0; index < expected.size(); index++) {
            String name = expected.get(index);
            if (name.length() == end - from && query.startsWith(name, from)) {
                return name;
            }
        }
        return decoded(query.substring(from, end));
    }

    /**
     * A text without its percent-encoding, {@code +} read as a blank.
     *
     * @throws CharacterCodingException when a sequence is broken or is no UTF-8
     */
    static String decoded(String text) throws CharacterCodingException {
        return isPlain(text) ? text : fromUtf8(text.replace('+', ' '));
    }

    /** True when {@link #decoded} can read the text. */
    static boolean isDecodable(String text) {
        try {
            return isPlain(text) || !fromUtf8(text).isEmpty();
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    /** True when every character stands for itself. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '%' || character == '+' || character >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The request line comes as one character for each byte; so bytes that were not encoded are read as UTF-8 too. */
    private static String fromUtf8(String text) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '%') {
                int high = at + 2 <= text.length() - 1 ? Character.digit(text.charAt(at + 1), 16) : -1;
                int low = at + 2 <= text.length() - 1 ? Character.digit(text.charAt(at + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new CharacterCodingException();
                }
                bytes.write((high << 4) | low);
                at += 2;
            } else {
                bytes.write(character);
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
    }
}
