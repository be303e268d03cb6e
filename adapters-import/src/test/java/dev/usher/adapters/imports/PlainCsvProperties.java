package dev.usher.adapters.imports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.adapter.ImportRequest.Format;
import java.io.IOException;
import java.nio.charset.Charset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What {@link PlainCsv} reads of a file means the same as if the parser for all CSV had read it, line numbers included. */
class PlainCsvProperties {

    @Property(tries = 2_000)
    void anyTextMeansTheSameInAnEncodingThatIsNeverReadPlain(@ForAll("texts") String text) throws IOException {
        assertThat(read(text, UTF_8)).isEqualTo(read(text, UTF_16LE));
    }

    @Example
    void aFileLargerThanTheWindowMeansTheSame() throws IOException {
        StringBuilder text = new StringBuilder(Imported.HEADER);
        for (int row = 0; row < 9_000; row++) {
            text.append(Imported.row("ticket " + row));
            text.append(row % 1_000 == 999 ? "too,few\r\n\n" : "");
            text.append(row % 1_500 == 1_499 ? Imported.row("Zürich 🎫 " + row) : "");
        }
        assertThat(read(text.toString(), UTF_8)).isEqualTo(read(text.toString(), UTF_16LE));
        String quoted = text + Imported.row("\"the first, quoted\"") + text.substring(Imported.HEADER.length());
        assertThat(read(quoted, UTF_8)).isEqualTo(read(quoted, UTF_16LE));
        String endless = text + "e," + "x".repeat(1 << 17) + ",issued,2025-05-21T06:00:00Z,\n" + Imported.row("a");
        assertThat(read(endless, UTF_8)).isEqualTo(read(endless, UTF_16LE));
    }

    private static WholeRead read(String text, Charset encoding) throws IOException {
        return WholeRead.of(text.getBytes(encoding), Format.CSV, encoding);
    }

    /** Pieces of CSV in any order, some of which spoil a row and some the rest of the file. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(
                        20,
                        Arbitraries.of("a", "8f14e45f-ceea-467f-a4c2-0123456789ab", "b")
                                .map(Imported::row)),
                Tuple.of(6, Arbitraries.of("e,a,issued,2025-05-21T06:00:00.000Z,gate 3\r\n", "e,a,sold,when,x\n")),
                Tuple.of(
                        4,
                        Arbitraries.of("e,ä,issued,2025-05-21T06:00:00Z,🎫\n", "e,\0,issued,2025-05-21T06:00:00Z,\n")),
                Tuple.of(4, Arbitraries.of("\n", "\r\n", "  \n", "\t \r\n", " ,\n", "too,few\n", "a,b,c,d,e,f,g\n")),
                Tuple.of(2, Arbitraries.of("\0\n", " \0 \n", "\0\r\n", "\0,\n", "\0é\n")),
                Tuple.of(2, Arbitraries.of("x", ",", "-", ",-", "\u0001", "+", "é", "\u00A0\n", ",,,,\n", "\n\n")),
                Tuple.of(1, Arbitraries.of("\r", "\"", "\"\"", "e,\"a\",issued,2025-05-21T06:00:00Z,\n", "\"x\"y,")));
        return pieces.list().ofMaxSize(60).map(list -> Imported.HEADER + String.join("", list));
    }
}
