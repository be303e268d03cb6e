package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.event.EventAttributes;
import dev.usher.core.rule.Outcome;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent is either read or refused, and the same in every form. */
class BodyTreeProperties {
    private static final Set<String> PARTS = Set.of("event", "event.name", "event.start", "ticket_class");
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<Members> TABLES =
            List.of(Members.of(EventAttributes.DETAILS), Members.of(TicketClassAttributes.DETAILS));

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] body, @ForAll boolean isForm) {
        Outcome<BodyTree> read = BodyTree.read(isForm ? FORM : JSON, body);
        assertThat(read instanceof Outcome.Accepted<BodyTree>
                        || !read.violations().isEmpty())
                .isTrue();
    }

    @Example
    void aMarkOfByteOrderAloneIsReadOrRefused() {
        assertThat(BodyTree.read(JSON, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}))
                .isNotNull();
    }

    @Property
    void anyJsonIsReadByAnyTable(@ForAll("json") String value, @ForAll("path") String path) {
        BodyTree body =
                BodyTree.read(JSON, bytes("{\"" + path + "\":" + value + "}")).orThrow();
        TABLES.forEach(table -> assertThat(table.read(body).change().mentioned().size()
                        + table.read(body).faults().size())
                .isGreaterThanOrEqualTo(
                        body.leaves(Set.of(), PARTS).values().stream().allMatch(MemberValue::isEmpty) ? 0 : 1));
    }

    @Property
    void aFormMeansWhatDottedJsonMeans(@ForAll("texts") Map<String, String> texts) {
        String json = texts.entrySet().stream()
                .map(text -> "\"" + text.getKey() + "\":\"" + text.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String form = texts.entrySet().stream()
                .map(text -> text.getKey() + "=" + URLEncoder.encode(text.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        assertThat(BodyTree.read(FORM, bytes(form)).orThrow().leaves(Set.of(), PARTS))
                .isEqualTo(BodyTree.read(JSON, bytes(json)).orThrow().leaves(Set.of(), PARTS));
    }

    @Provide
    Arbitrary<Map<String, String>> texts() {
        return Arbitraries.maps(
                        path(),
                        Arbitraries.strings()
                                .alpha()
                                .numeric()
                                .withChars(" &=+%äß🎷")
                                .ofMaxLength(10))
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> path() {
        return Arbitraries.of(
                "event",
                "event.name",
                "event.name.html",
                "event.capacity",
                "event.start.utc",
                "ticket_class.cost",
                "ticket_class.sales_channels",
                "odd",
                "event.odd.odd",
                "ticket_class");
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> leaf = Arbitraries.of(
                "null",
                "true",
                "false",
                "0",
                "-1",
                "1.5",
                "1e999",
                "99999999999999999999",
                "\"\"",
                "\"x\"",
                "\"USD,1\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[]",
                "{}");
        Arbitrary<String> compound = Arbitraries.oneOf(leaf, list(leaf), amount(leaf));
        return Arbitraries.oneOf(leaf, compound, list(compound), amount(compound));
    }

    private static Arbitrary<String> list(Arbitrary<String> items) {
        return items.list().ofMaxSize(3).map(all -> "[" + String.join(",", all) + "]");
    }

    private static Arbitrary<String> amount(Arbitrary<String> currency) {
        return currency.map(code -> "{\"currency\":" + code + ",\"value\":1}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
