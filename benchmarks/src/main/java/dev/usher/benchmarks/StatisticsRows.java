package dev.usher.benchmarks;

import java.util.List;

/** How fast questions are answered and late news is taken in, inside one process. */
final class StatisticsRows {
    static final List<Row> ROWS = List.of(
            new AsOfRow(),
            new SmallAsOfRow(),
            new GrowthRow(),
            new ResidentBytesRow(),
            new FirstAnswerRow(),
            new LateOperationsRow(),
            new TimeSeriesRow(),
            new MemoryBoundRow());

    private StatisticsRows() {}
}
