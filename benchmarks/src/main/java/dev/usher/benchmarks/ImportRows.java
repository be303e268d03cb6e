package dev.usher.benchmarks;

import java.util.List;

/** How fast files come in. */
final class ImportRows {
    static final List<Row> ROWS = List.of(
            new ImportCsvRow("import-csv", Arrival.BY_TIME),
            new ImportCsvRow("import-csv-shuffled", Arrival.SHUFFLED),
            new ImportNdjsonRow());

    private ImportRows() {}
}
