package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What organizers write is shown without harm. */
class MultipartTextTest {
    /** Where a browser begins to read a tag, a comment or the like. */
    private static final String TAG = "<[a-zA-Z/!?]";

    @ParameterizedTest
    @CsvSource({
        "Jazz Night,Jazz Night,Jazz Night",
        "R&B,R&amp;B,R&B",
        "<p>One</p><p>Two <b>three</b></p>,<p>One</p><p>Two <b>three</b></p>,'One\nTwo three'",
        "a<br>b,a<br />b,'a\nb'",
        "<P><BR></P>,<p><br /></p>,''"
    })
    void bothForms(String written, String html, String text) {
        assertThat(MultipartText.of(written)).isEqualTo(new MultipartText(html, text));
    }

    @Test
    void linksStayWithoutTheirFollowers() {
        assertThat(MultipartText.of("<a href=\"https://example.com/\">x</a>").html())
                .isEqualTo("<a href=\"https://example.com/\" rel=\"nofollow\">x</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//example.com/", "tickets/1", "ftp://example.com/", "data:text/html,x"})
    void linksLeadToWholeAddressesOnly(String address) {
        assertThat(MultipartText.of("<a href=\"" + address + "\">x</a>").html()).isEqualTo("x");
        assertThat(MultipartText.of("<a href=\"mailto:a@example.com\">x</a>").html())
                .contains("href=\"mailto:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<svg><script>alert(1)</script></svg>",
                "<noscript><style><img src=x onerror=alert(1)></style></noscript>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<iframe src=\"https://example.com\"></iframe>",
                "<<script>alert(1)//<</script>"
            })
    void whatDoesHarmIsGone(String written) {
        String html = MultipartText.of(written).html().toLowerCase(Locale.ROOT);
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("onerror=")
                .doesNotContain("javascript:")
                .doesNotContain("<style")
                .doesNotContain("style=")
                .doesNotContain("<iframe")
                .doesNotContain("<svg");
        assertThat(MultipartText.line(written)).doesNotContainPattern(TAG);
        assertThat(MultipartText.of(written).text()).doesNotContainPattern(TAG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wine & Dine: \"2 + 2\" @ O'Hara's = fun",
                "It's \"great\" & cheap",
                "Party \uD83D\uDE00 caf\u00e9",
                "Hello {{x}} `y`",
                "1 < 2 & 3 > 2",
                "I <3 jazz",
                " a blank at each end "
            })
    void whatHasNoMarkUpKeepsItsCharacters(String written) {
        assertThat(MultipartText.line(written)).isEqualTo(written);
    }

    @Test
    void aLineIsTheTextAlone() {
        assertThat(MultipartText.line("<b>VIP</b> 1 < 2 {{x}} \uD83D\uDE00")).isEqualTo("VIP 1 < 2 {{x}} \uD83D\uDE00");
        assertThat(MultipartText.line("R&amp;B")).isEqualTo("R&B");
        assertThat(MultipartText.line("<p>One</p><p>Two</p>")).isEqualTo("One\nTwo");
    }

    @Test
    void whatIsEscapedBecomesNoMarkUp() {
        assertThat(MultipartText.line("&lt;script&gt;x&lt;/script&gt;")).isEqualTo("< script>x< /script>");
        assertThat(MultipartText.of("if a&lt;b then").text()).isEqualTo("if a< b then");
        assertThat(MultipartText.line("&lt;&lt;b&gt;")).isEqualTo("<< b>");
        assertThat(MultipartText.of("&amp;lt;b&amp;gt; 1 &lt; 2").text()).isEqualTo("&lt;b&gt; 1 < 2");
    }

    @Property
    void noTextHoldsMarkUp(@ForAll String written) {
        assertThat(MultipartText.line(written)).doesNotContainPattern(TAG);
        assertThat(MultipartText.of(written).text()).doesNotContainPattern(TAG);
    }

    @Property
    void noTextHoldsMarkUpHoweverItIsSpelt(@ForAll List<@From("pieces") String> pieces) {
        noTextHoldsMarkUp(String.join("", pieces));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "<", ">", "&lt;", "&gt;", "&amp;", "&#60;", "&#x3c", "&", "lt;", "/", "!", "--", "script", "b", "\"",
                "'", " ", "\u0000");
    }

    @Property
    void whatWasMadeSafeStaysAsItIs(@ForAll String written) {
        String once = MultipartText.of(written).html();
        assertThat(MultipartText.of(once).html()).isEqualTo(once);
    }
}
