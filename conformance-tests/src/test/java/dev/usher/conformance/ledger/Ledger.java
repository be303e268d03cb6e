package dev.usher.conformance.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The requirements, row by row: what the outside was promised, and what each must be proved by. */
public final class Ledger {

    /** The rows about the statistics of tickets. */
    public static final List<Row> STATISTICS = table("statistics").stream()
            .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3]))
            .toList();

    /** All rows about the Eventbrite dialect, built or not. */
    public static final List<Row> EVENTBRITE = Stream.of(
                    table("eventbrite-endpoints").stream()
                            .map(cells -> new Row(cells[0], "endpoint", cells[1] + " " + cells[2], "")),
                    table("eventbrite-parameters").stream()
                            .map(cells -> new Row(cells[0], "parameter", cells[2], cells[3])),
                    table("eventbrite-errors").stream().map(cells -> new Row(cells[0], cells[2], cells[4], "")),
                    table("eventbrite-objects").stream().map(cells -> new Row(cells[0], "field", cells[3], cells[4])),
                    table("eventbrite-rules").stream().map(cells -> new Row(cells[0], "behaviour", cells[1], "")))
            .flatMap(rows -> rows)
            .toList();

    /** Events, ticket classes, questions and settings, with their deprecated twins, and what they answer with. */
    private static final Pattern EVENTS_AND_TICKET_CLASSES = Pattern.compile(
            "(EB-(0[1-9]|1[0-9]|2[01]|3[3-9]|55)|OBJ\\.(Event|TicketClass|Category|Subcategory|Format|Ticketbuyersettings))"
                    + "(\\..+)?");

    private Ledger() {}

    /**
     * One promise.
     *
     * @param id unique, never used again for another
     * @param kind {@code field} of an answer, {@code parameter} of a question, {@code endpoint}, {@code error},
     *     {@code argument} (an error of one) or {@code behaviour}
     * @param name as it stands on the wire
     * @param type of its value; empty where it has none
     */
    public record Row(String id, String kind, String name, String type) {}

    /**
     * A row that cannot be proved yet.
     *
     * @param id of the row
     * @param why what it needs that is not built
     */
    public record Pending(String id, String why) {}

    /** The rows of the Eventbrite dialect that are built, the pending ones among them. */
    public static List<Row> eventsAndTicketClasses() {
        return EVENTBRITE.stream()
                .filter(row -> EVENTS_AND_TICKET_CLASSES.matcher(row.id()).matches())
                .toList();
    }

    /** The rows that wait for something else to be built. */
    public static List<Pending> pending() {
        return table("pending").stream()
                .map(cells -> new Pending(cells[0], cells[1]))
                .toList();
    }

    /** The fields of the statistics' answer, in their order. */
    public static List<Row> fields() {
        return STATISTICS.stream().filter(row -> row.kind().equals("field")).toList();
    }

    private static List<String[]> table(String name) {
        try (InputStream in = Ledger.class.getResourceAsStream("/ledger/" + name + ".tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
