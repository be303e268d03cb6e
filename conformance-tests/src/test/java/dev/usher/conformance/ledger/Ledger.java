package dev.usher.conformance.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The requirements, row by row: what the outside was promised, and what each must be proved by. */
public final class Ledger {

    /** The rows about the statistics of tickets. */
    public static final List<Row> STATISTICS = read("/ledger/statistics.tsv");

    private Ledger() {}

    /**
     * One promise.
     *
     * @param id unique, never used again for another
     * @param kind {@code field} of an answer or {@code parameter} of a question
     * @param name as it stands on the wire
     * @param type of its value
     */
    public record Row(String id, String kind, String name, String type) {}

    /** The fields of the answer, in their order. */
    public static List<Row> fields() {
        return STATISTICS.stream().filter(row -> row.kind().equals("field")).toList();
    }

    private static List<Row> read(String resource) {
        try (InputStream in = Ledger.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(Ledger::row)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Row row(String[] cells) {
        return new Row(cells[0], cells[1], cells[2], cells[3]);
    }
}
