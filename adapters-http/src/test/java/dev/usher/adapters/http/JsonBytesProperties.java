package dev.usher.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class JsonBytesProperties {

    @Property
    void whatIsWrittenIsReadBack(@ForAll String name, @ForAll List<String> texts, @ForAll List<Long> numbers) {
        JsonBytes json = new JsonBytes(1).beginObject().member(name).beginArray();
        texts.forEach(json::text);
        numbers.forEach(json::number);
        json.nothing()
                .beginObject()
                .endObject()
                .endArray()
                .member("last")
                .number(0)
                .endObject();

        String text = new String(json.toBytes(), StandardCharsets.UTF_8);
        JsonNode read = RunningService.json(text).get(whole(name));
        int at = 0;
        for (String expected : texts) {
            assertThat(read.get(at++).asText()).isEqualTo(whole(expected));
        }
        for (long expected : numbers) {
            assertThat(read.get(at++).asLong()).isEqualTo(expected);
        }
        assertThat(read.get(at).isNull()).isTrue();
        assertThat(read.get(at + 1).isObject()).isTrue();
        assertThat(text.chars()).as("no raw control character").noneMatch(character -> character < 0x20);
    }

    @Property
    void aMemberInOneGoIsTheSameAsNameAndNumber(@ForAll List<@LongRange(min = -1_000) Long> numbers) {
        JsonBytes json = new JsonBytes(1);
        assertThat(inOneGo(json, numbers)).isEqualTo(oneByOne(numbers));
        assertThat(inOneGo(json.begin(), numbers))
                .as("again in the same memory")
                .isEqualTo(oneByOne(numbers));
    }

    @Example
    void numbersAroundAPowerOfTenHaveTheRightDigits() {
        List<Long> numbers = LongStream.iterate(1, power -> power * 10)
                .limit(19)
                .boxed()
                .flatMap(power -> Stream.of(power - 1, power, power + 1, -power))
                .toList();
        assertThat(inOneGo(new JsonBytes(1), numbers)).isEqualTo(oneByOne(numbers));
    }

    private static String inOneGo(JsonBytes json, List<Long> numbers) {
        byte[] name = JsonBytes.name("n");
        json.beginObject();
        numbers.forEach(number -> json.member(name, number));
        return new String(json.endObject().toBytes(), StandardCharsets.UTF_8);
    }

    private static String oneByOne(List<Long> numbers) {
        return numbers.stream().map(number -> "\"n\":" + number).collect(Collectors.joining(",", "{", "}"));
    }

    /** The text with every half of a surrogate pair replaced, as it must come out. */
    private static String whole(String text) {
        return text.codePoints()
                .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
