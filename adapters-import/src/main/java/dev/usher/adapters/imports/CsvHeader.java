package dev.usher.adapters.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.usher.core.rule.Spelling;
import dev.usher.core.statistics.OperationText;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The first line of a CSV file: which column is which, and what stands between columns.
 *
 * <p>Columns may stand in any order; those that nobody knows are left aside. Only {@code device_id} may be missing.
 *
 * @param delimiter comma, semicolon, tab or bar: the one that shows the most known columns
 * @param columns the columns' names as they stand there, without blanks around them
 */
record CsvHeader(char delimiter, List<String> columns) {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final String OPTIONAL = "device_id";
    private static final String EXPECTED = "expected a header line with the columns event_id, ticket_id, operation,"
            + " occurred_at and perhaps device_id, between them comma, semicolon, tab or bar";

    /**
     * Reads the header.
     *
     * @param head the beginning of the file
     * @throws BrokenSource when it has no header, or one that lacks or repeats a column
     */
    static CsvHeader of(String head) throws BrokenSource {
        if (head.isBlank()) {
            throw new BrokenSource("NOT_CSV", "the file is empty; " + EXPECTED);
        }
        if (head.length() == RowReader.HEAD && head.lines().count() == 1) {
            throw new BrokenSource(
                    "NOT_CSV", "the first line is longer than " + RowReader.HEAD + " characters; " + EXPECTED);
        }
        CsvHeader header = new CsvHeader(',', List.of());
        for (char delimiter : DELIMITERS) {
            CsvHeader other = new CsvHeader(delimiter, firstRow(head, delimiter));
            header = other.known() > header.known() ? other : header;
        }
        if (header.known() == 0) {
            throw new BrokenSource("NOT_CSV", "the file begins with '" + shown(head) + "'; " + EXPECTED);
        }
        header.requireEachOnce();
        return header;
    }

    /** For each column its place in {@link OperationText#MEMBERS}, or -1 where nobody knows it. */
    int[] members() {
        return columns.stream().mapToInt(OperationText.MEMBERS::indexOf).toArray();
    }

    private long known() {
        return columns.stream().filter(OperationText.MEMBERS::contains).count();
    }

    private void requireEachOnce() throws BrokenSource {
        List<String> repeated = OperationText.MEMBERS.stream()
                .filter(member -> Collections.frequency(columns, member) > 1)
                .toList();
        if (!repeated.isEmpty()) {
            throw new BrokenSource(
                    "REPEATED_COLUMN",
                    "more than one column is named " + String.join(" and ", repeated) + "; expected one of each in "
                            + listed(columns));
        }
        List<String> missing = OperationText.MEMBERS.stream()
                .filter(member -> !member.equals(OPTIONAL) && !columns.contains(member))
                .toList();
        if (!missing.isEmpty()) {
            throw new BrokenSource(
                    "MISSING_COLUMN",
                    "no column is named "
                            + missing.stream().map(this::withNearest).collect(Collectors.joining(" and ")) + "; found "
                            + listed(columns));
        }
    }

    private String withNearest(String missing) {
        List<String> others = columns.stream()
                .filter(column -> !OperationText.MEMBERS.contains(column))
                .toList();
        return missing
                + Spelling.nearest(missing, others)
                        .map(near -> " (is it '" + near + "'?)")
                        .orElse("");
    }

    private static List<String> firstRow(String head, char delimiter) {
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(head)) {
            return rows.stream()
                    .limit(1)
                    .flatMap(row -> row.getFields().stream())
                    .map(String::strip)
                    .toList();
        } catch (CsvParseException | IOException notCsv) {
            return List.of();
        }
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> "'" + shown(name) + "'").collect(Collectors.joining(", "));
    }

    private static String shown(String text) {
        String line = text.stripLeading().lines().findFirst().orElse("");
        String cut = line.length() <= 80 ? line : line.substring(0, 80) + "…";
        char[] visible = cut.toCharArray();
        for (int at = 0; at < visible.length; at++) {
            visible[at] = Character.isISOControl(visible[at]) ? '\uFFFD' : visible[at];
        }
        return new String(visible);
    }
}
