package dev.usher.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees of a text with mark-up. */
class MarkupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Night of <b>jazz</b>|Night of jazz",
                "Rock &amp; Roll|Rock & Roll",
                "a&#x1F3AB;b&#233;|a🎫bé",
                "1 < 2 &lt; 3|1 < 2 < 3",
                "<p>One</p><p>Two</p>|' One  Two '",
                "one<br/>two|one two",
                "a<!-- <b>no</b> -->b|ab",
                "a<script>no()</script>b|ab",
                "a<STYLE>no</style >b|ab",
                "AT&T &unknown; &#0; &#xD800;|AT&T &unknown; &#0; &#xD800;",
                "a <b unclosed|'a '",
                "&&&& &amp;amp; &#x0000041;|&&&& &amp; &#x0000041;"
            })
    void tagsAreGoneAndCharactersThere(String text, String seen) {
        assertThat(Markup.seen(text)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "<b> </b>",
                "<svg><text>x</text></svg>",
                "<!-- x -->",
                "<img src=x>",
                "&nbsp;",
                "\u00a0",
                "\u200b",
                "\u3000",
                "<p><br></p>",
                "<script>alert(1)</script>",
                "&#8203;"
            })
    void thereIsNothingToSee(String text) {
        assertThat(Markup.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "<b>x</b>", "<", "&", "1 < 2", "日本", "🎫", "&lt;b&gt;", "."})
    void thereIsSomethingToSee(String text) {
        assertThat(Markup.isBlank(text)).isFalse();
    }

    @Property
    void whatIsSeenIsNeverLongerAndATextWithoutMarkupIsSeenAsItIs(@ForAll("texts") String text) {
        assertThat(Markup.seen(text).length()).isLessThanOrEqualTo(text.length());
        String plain = text.replace("<", "").replace("&", "");
        assertThat(Markup.seen(plain)).isEqualTo(plain);
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        assertThat(Markup.seen(escaped)).isEqualTo(text);
        assertThat(Markup.seen("<b>" + plain + "</b>")).isEqualTo(plain);
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of(
                        "<", ">", "</", "<!--", "-->", "&", ";", "&amp;", "&#", "x41", "script", "b", " ", "é", "🎫")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
