package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What organizers write is shown without harm. */
class MultipartTextTest {

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
        assertThat(MultipartText.line(written)).doesNotContain("<").doesNotContain(">");
    }

    @Test
    void aLineKeepsItsCharacters() {
        assertThat(MultipartText.line("Wine & Dine: \"2 + 2\" @ O'Hara's = fun"))
                .isEqualTo("Wine & Dine: \"2 + 2\" @ O'Hara's = fun");
        assertThat(MultipartText.line("<b>VIP</b> 1 < 2")).isEqualTo("VIP 1 &lt; 2");
    }

    @Property
    void aLineNeverHoldsMarkUp(@ForAll String written) {
        assertThat(MultipartText.line(written)).doesNotContain("<").doesNotContain(">");
    }

    @Property
    void whatWasMadeSafeStaysAsItIs(@ForAll String written) {
        String once = MultipartText.of(written).html();
        assertThat(MultipartText.of(once).html()).isEqualTo(once);
    }
}
