package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a body becomes the same tree. */
class BodyTreeTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Map<String, String> MEANT =
            Map.of("event.name.html", "Jazz & more", "event.start.utc", "2027-01-01T18:00:00Z", "event.capacity", "80");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event':{'name':{'html':'Jazz & more'},'start':{'utc':'2027-01-01T18:00:00Z'},'capacity':80}}",
                "{'event.name.html':'Jazz & more','event.start.utc':'2027-01-01T18:00:00Z','event.capacity':80}",
                "{'event.name':{'html':'Jazz & more'},'event':{'start.utc':'2027-01-01T18:00:00Z'},'event.capacity':80}"
            })
    void nestedAndDottedJsonMeanTheSame(String json) {
        assertThat(leaves(JSON, json.replace('\'', '"'))).isEqualTo(MEANT);
    }

    @Test
    void aFormMeansTheSame() {
        assertThat(leaves(
                        FORM + "; charset=utf-8",
                        "event.name.html=Jazz+%26+more&event.start.utc=2027-01-01T18%3A00%3A00Z&event.capacity=80"))
                .isEqualTo(MEANT);
    }

    @Test
    void jsonThatIsCalledAFormIsReadAllTheSame() {
        assertThat(leaves(FORM, "{\"a\":{\"b\":\"c\"}}")).isEqualTo(Map.of("a.b", "c"));
    }

    @Test
    void utf8StandsInBothForms() {
        assertThat(leaves(JSON, "{\"a\":\"Zürich 🎷\"}")).isEqualTo(Map.of("a", "Zürich 🎷"));
        assertThat(leaves(FORM, "a=Z%C3%BCrich")).isEqualTo(Map.of("a", "Zürich"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n", "null", "{}", "{\"event\":{}}"})
    void nothingSaysNothing(String body) {
        assertThat(leaves(JSON, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "{", "{\"a\":1}{", "{'a':1}", "event=1", "{\"a\":\"\u0001\"}"})
    void whatIsNoObjectIsRefused(String body) {
        assertThat(BodyTree.read(JSON, bytes(body)).violations())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("INVALID_BODY"));
    }

    @ParameterizedTest
    @CsvSource({
        "a=1&b=%zz, b",
        "a=%C3, a",
        "%=1, %",
        "event.description.html=It+is+late.+Come+in.+Come+on.%zz, event.description.html"
    })
    void aFormThatCannotBeDecodedIsRefusedAsABody(String body, String name) {
        assertThat(BodyTree.read(FORM, bytes(body)).violations())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("INVALID_BODY"))
                .satisfies(fault -> assertThat(fault.message()).contains("in the form, '" + name + "'"));
    }

    @Test
    void depthIsBoundedHoweverItIsSaid() {
        String dots = "a.".repeat(40) + "b";
        assertThat(BodyTree.read(JSON, bytes("{\"" + dots + "\":1}")).violations())
                .hasSize(1);
        assertThat(BodyTree.read(FORM, bytes(dots + "=1")).violations()).hasSize(1);
        String nested = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
        assertThat(BodyTree.read(JSON, bytes(nested)).violations()).hasSize(1);
    }

    @Test
    void whatIsSaidTwiceCountsAsItWasSaidLast() {
        assertThat(leaves(JSON, "{\"a.b\":1,\"a\":{\"b\":2}}")).isEqualTo(Map.of("a.b", "2"));
        assertThat(leaves(FORM, "a=1&a=2")).isEqualTo(Map.of("a", "2"));
    }

    @Test
    void anObjectThatSaysNothingIsSaidUnlessItLeadsToSomething() {
        assertThat(leaves(JSON, "{\"event\":{\"odd\":{},\"start\":{}}}")).isEqualTo(Map.of("event.odd", ""));
    }

    @Test
    void aFormSaysAnObjectAsJson() {
        assertThat(
                        leaves(
                                FORM,
                                "event.start={\"utc\":\"2027-01-01T18:00:00Z\"}&event={\"name.html\":\"Jazz %26 more\",\"capacity\":80}"))
                .isEqualTo(MEANT);
        assertThat(leaves(FORM, "event.start={\"utc\":&odd={\"utc\":1}"))
                .isEqualTo(Map.of("event.start", "{\"utc\":", "odd", "{\"utc\":1}"));
    }

    private static Map<String, String> leaves(String type, String body) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, JsonNode> leaves =
                BodyTree.read(type, bytes(body)).orThrow().leaves(Set.of(), Set.of("event", "event.start"));
        leaves.forEach((path, value) -> texts.put(path, value.asText()));
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
