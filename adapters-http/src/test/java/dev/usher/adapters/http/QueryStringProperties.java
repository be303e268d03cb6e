package dev.usher.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.adapters.http.QueryString.Parameter;
import dev.usher.core.rule.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QueryStringProperties {
    private static final List<String> NAMES = List.of("eventIds", "a", "");

    @Property
    void whatIsEncodedIsDecoded(@ForAll("texts") List<String> values) {
        String query = values.stream()
                .map(value -> "eventIds=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        assertThat(QueryString.read(query, NAMES).orThrow())
                .isEqualTo(values.stream()
                        .map(value -> new Parameter("eventIds", value))
                        .toList());
    }

    @Property
    void anyTextIsReadOrRefusedWhateverNamesAreExpected(@ForAll("bytes") String query) {
        assertThat(QueryString.read(query, NAMES)).isEqualTo(QueryString.read(query, List.of()));
    }

    @Example
    void emptyPartsAndMissingSignsAreHarmless() {
        assertThat(QueryString.read("&a&&b=&=c&d=e=f;g&", List.of("d")).orThrow())
                .containsExactly(
                        new Parameter("a", ""),
                        new Parameter("b", ""),
                        new Parameter("", "c"),
                        new Parameter("d", "e=f;g"));
    }

    @Example
    void aBrokenSequenceIsRefused() {
        for (String broken : List.of("a=%", "a=%4", "a=%zz", "a=%C3", "a=%ED%A0%80", "a=%-1")) {
            assertThat(QueryString.read(broken, List.of("a"))).as(broken).isInstanceOf(Outcome.Rejected.class);
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("aZ09 %&=+;äß€\u0000")
                .withCharRange('\uFF01', '\uFF20')
                .ofMaxLength(20)
                .list()
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<String> bytes() {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\u00FF')
                .withChars("%&=+aaa")
                .ofMaxLength(40);
    }
}
