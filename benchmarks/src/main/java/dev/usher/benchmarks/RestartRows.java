package dev.usher.benchmarks;

import java.util.List;

/** How soon Usher is back after it ended. */
final class RestartRows {
    static final List<Row> ROWS = List.of(new RestartRow());

    private RestartRows() {}
}
