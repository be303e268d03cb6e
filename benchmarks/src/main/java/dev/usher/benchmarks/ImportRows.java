package dev.usher.benchmarks;

import java.util.List;

/** How fast files come in. */
final class ImportRows {
    static final List<Row> ROWS = List.of();

    private ImportRows() {}
}
