package dev.usher.adapters.http.eventbrite;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token by which a client asks for the next page: the page's number as JSON in base64url, {@code eyJwYWdlIjogMn0}. */
final class Continuation {
    private static final Pattern PAGE = Pattern.compile("\\{\"page\": ?([1-9][0-9]{0,8})\\}");

    private Continuation() {}

    static String of(int page) {
        byte[] json = ("{\"page\": " + page + "}").getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** The page of a token; empty when it is none that was ever given out. */
    static Optional<Integer> page(String token) {
        try {
            Matcher page = PAGE.matcher(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1));
            return page.matches() ? Optional.of(Integer.valueOf(page.group(1))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
