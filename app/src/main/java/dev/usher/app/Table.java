package dev.usher.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of text under a heading, in columns that line up: words to the left, numbers to the right.
 *
 * @param words how many columns hold words; they come first
 * @param heading the columns' names
 * @param rows the cells, as many in each row as there are names
 */
record Table(int words, List<String> heading, List<List<String>> rows) {
    private static final String GAP = "  ";

    Table {
        heading = List.copyOf(heading);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The lines to print, without a trailing space anywhere. */
    List<String> lines() {
        int[] widths = IntStream.range(0, heading.size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(heading, widths));
        lines.add(IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP)));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(length(heading.get(column))),
                        rows.stream().mapToInt(row -> length(row.get(column))))
                .max()
                .orElse(0);
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - length(cell));
            line.append(column == 0 ? "" : GAP).append(column < words ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
