package dev.usher.adapters.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.adapter.ImportReport;
import dev.usher.core.adapter.ImportRequest.Format;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What {@link PlainNdjson} reads of a file means the same as if the parser for all JSON had read it, line numbers included. */
class PlainNdjsonProperties {
    /** At which character the parser gives a line up depends on how much of it the parser was fed at once. */
    private static final Pattern PLACE = Pattern.compile("at column \\d+|length \\(\\d+\\)");

    private static final String ROW =
            "{\"event_id\":\"e\",\"ticket_id\":\"%s\",\"operation\":\"issued\",\"occurred_at\":\"2025-05-21T06:00:00Z\"}\n";

    @Property(tries = 2_000)
    void anyTextMeansTheSameInAnEncodingThatIsNeverReadPlain(@ForAll("texts") String text) throws IOException {
        assertThat(read(text, UTF_8)).isEqualTo(read(text, UTF_16LE));
    }

    @Property(tries = 3_000)
    void anyPiecesOfJsonMeanTheSameToo(@ForAll("lines") List<String> lines) throws IOException {
        String text = String.join("\n", lines) + "\n";
        assertThat(read(text, UTF_8)).isEqualTo(read(text, UTF_16LE));
    }

    @Example
    void aFileLargerThanTheWindowMeansTheSame() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 9_000; row++) {
            text.append(ROW.formatted("ticket " + row));
            text.append(row % 1_000 == 999 ? "{\"order\" : \"4711\" , \"event_id\": null }\r\n\n" : "");
            text.append(row % 1_500 == 1_499 ? ROW.formatted("Zürich 🎫 " + row) : "");
        }
        assertThat(read(text.toString(), UTF_8)).isEqualTo(read(text.toString(), UTF_16LE));
        String escaped = text + ROW.formatted("\\u0041\\n") + text;
        assertThat(read(escaped, UTF_8)).isEqualTo(read(escaped, UTF_16LE));
        String endless = text + ROW.formatted("x".repeat(1 << 17)) + ROW.formatted("a");
        assertThat(read(endless, UTF_8)).isEqualTo(read(endless, UTF_16LE));
        String many =
                text + "{" + "\"more\":\"\",".repeat(40) + ROW.substring(1).formatted("a") + ROW.formatted("b");
        assertThat(read(many, UTF_8)).isEqualTo(read(many, UTF_16LE));
    }

    @Example
    void bytesThatAreNoTextEndTheFileWhereTheyStand() throws IOException {
        String text = ROW.formatted("a") + ROW.formatted("Zürich") + ROW.formatted("b");
        WholeRead asUtf8 = read(text.getBytes(ISO_8859_1), UTF_8);
        assertThat(asUtf8.rows()).isEqualTo(1);
        assertThat(asUtf8.faults())
                .singleElement()
                .extracting(ImportReport.Fault::code)
                .isEqualTo("INVALID_ENCODING");
        assertThat(read(text, ISO_8859_1)).isEqualTo(read(text, UTF_16LE));
    }

    private static WholeRead read(String text, Charset encoding) throws IOException {
        return read(text.getBytes(encoding), encoding);
    }

    private static WholeRead read(byte[] bytes, Charset encoding) throws IOException {
        WholeRead read = WholeRead.of(bytes, Format.NDJSON, encoding);
        String rejects = PLACE.matcher(read.rejects()).replaceAll("");
        return new WholeRead(read.operations(), read.rows(), read.refused(), read.faults(), rejects);
    }

    /** Lines in any order, of which some must be left to the parser for all JSON. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(
                        20,
                        Arbitraries.of("a", "8f14e45f-ceea-467f-a4c2-0123456789ab", "b", "")
                                .map(ROW::formatted)),
                Tuple.of(
                        10,
                        Arbitraries.of(
                                "{\"ticket_id\": \"a\", \"event_id\": \"e\", \"device_id\": null, \"operation\":\"sold\"}\r\n",
                                "{\"device_id\":\"gate 3\",\"more\":\"than known\",\"event_id\":null , \"ticket_id\":\"b\" } \n",
                                "\n",
                                "  \n",
                                "\r\n")),
                Tuple.of(
                        4,
                        Arbitraries.of("ä", "🎫", "a\u00A0b", "\u2028", "!#,:{}")
                                .map(ROW::formatted)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                ROW.formatted("\\\"a"),
                                ROW.formatted("a\tb"),
                                ROW.formatted("a\0b"),
                                ROW.formatted("a").stripTrailing(),
                                ROW.formatted("a").replace('\n', '\r'),
                                "{\"event_id\":\"e\",\"event_id\":\"e\"}\n",
                                "{\"event_id\":null,\"event_id\":\"e\"}\n",
                                "{\"ticket_id\":17,\"event_id\":true,\"device_id\":[\"a\",{}]}\n",
                                "{}\n",
                                "{\"event_id\":\"e\",}\n",
                                "[\"event_id\",\"e\"]\n",
                                "null\n",
                                "\t\n",
                                "{\"event_id\":nul}\n",
                                "{\"event_id\" \"e\"}\n",
                                "x")));
        return pieces.list().ofMaxSize(60).map(list -> String.join("", list));
    }

    /** A few tokens a line, in any order. */
    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> tokens = Arbitraries.of(
                "{",
                "}",
                ":",
                ",",
                "\"",
                "null",
                "nul",
                "n",
                " ",
                "\"event_id\"",
                "\"ticket_id\":\"a\"",
                "\"b\"",
                "\\",
                "7");
        Arbitrary<String> line = tokens.list().ofMaxSize(9).map(list -> "{\"operation\":" + String.join("", list));
        Arbitrary<String> whole =
                Combinators.combine(line, Arbitraries.of("", "}", "\"}")).as(String::concat);
        return whole.list().ofMaxSize(4);
    }
}
