package dev.usher.adapters.http.eventbrite;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * What an organizer wrote, as browsers may show it and as plain text (decision 17).
 *
 * <p>It is kept as it was written and made safe on the way out: what no list of harmless elements names is gone, scripts and
 * styles with their content.
 *
 * @param html with harmless mark-up only
 * @param text without any, a line for each block
 */
record MultipartText(String html, String text) {
    private static final String[] BLOCKS = {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "hr",
        "dl",
        "dt",
        "dd"
    };
    private static final Set<String> LINES = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "blockquote",
            "pre",
            "tr",
            "caption",
            "hr",
            "dt",
            "dd");
    private static final String[] PHRASES = {
        "a", "abbr", "b", "big", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "u", "var"
    };

    private static final PolicyFactory HARMLESS = new HtmlPolicyBuilder()
            .allowElements(BLOCKS)
            .allowElements(PHRASES)
            .allowAttributes("href")
            .matching(Pattern.compile("(?i)(https?://|mailto:).*", Pattern.DOTALL))
            .onElements("a")
            .allowAttributes("src")
            .matching(Pattern.compile("(?i)https?://.*", Pattern.DOTALL))
            .onElements("img")
            .allowAttributes("alt", "width", "height")
            .onElements("img")
            .allowAttributes("title")
            .globally()
            .allowAttributes("colspan", "rowspan")
            .onElements("td", "th")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelNofollowOnLinks()
            .toFactory();

    /** What begins a tag, a comment or the like where a browser reads it. */
    private static final Pattern BEGINNING = Pattern.compile("<+(?=[a-zA-Z/!?])");

    /** Both forms of what was written. */
    static MultipartText of(String written) {
        return isPlain(written)
                ? new MultipartText(written, written.strip())
                : new MultipartText(HARMLESS.sanitize(written), plain(written));
    }

    /** What a member that is a plain string says: its text, to the letter where there is no mark-up. */
    static String line(String written) {
        return written.indexOf('<') < 0 && written.indexOf('&') < 0 ? written : plain(written);
    }

    /** True for what has no character that means anything to a browser, as most names. */
    private static boolean isPlain(String written) {
        for (int at = 0; at < written.length(); at++) {
            char character = written.charAt(at);
            boolean plain =
                    character == ' ' || Character.isLetterOrDigit(character) || ".,:;!?-()/".indexOf(character) >= 0;
            if (!plain || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String written) {
        Lines lines = new Lines();
        HtmlSanitizer.sanitize(
                written,
                new HtmlPolicyBuilder()
                        .allowElements(BLOCKS)
                        .allowElements("br")
                        .build(lines));
        // An escaped tag reads as one in the text; for whoever shows that as mark-up, a blank keeps it from becoming
        // one.
        return BEGINNING.matcher(lines.text()).replaceAll("$0 ");
    }

    /** Writes the text of a page, and a new line where a browser would begin one. */
    private static final class Lines implements HtmlStreamEventReceiver {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void openDocument() {}

        @Override
        public void closeDocument() {}

        @Override
        public void openTag(String element, List<String> attributes) {
            if (element.equals("br")) {
                text.append('\n');
            } else if (LINES.contains(element)) {
                newLine();
            }
        }

        @Override
        public void closeTag(String element) {
            if (LINES.contains(element)) {
                newLine();
            }
        }

        @Override
        public void text(String part) {
            text.append(part);
        }

        private void newLine() {
            if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        String text() {
            return text.toString().strip();
        }
    }
}
