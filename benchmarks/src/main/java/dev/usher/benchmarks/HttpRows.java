package dev.usher.benchmarks;

import java.util.List;

/** How fast questions are answered over HTTP. */
final class HttpRows {
    static final List<Row> ROWS = List.of(new HttpAsOfRow(), new EventReadRow(), new HttpDuringImportRow());

    private HttpRows() {}
}
