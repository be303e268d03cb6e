package dev.usher.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every row there is, in the order in which they run. */
final class Rows {
    static final List<Row> ALL = Stream.of(
                    StatisticsRows.ROWS,
                    ImportRows.ROWS,
                    HttpRows.ROWS,
                    RestartRows.ROWS,
                    List.<Row>of(new EventListRow(), new TicketClassListRow()))
            .flatMap(List::stream)
            .toList();

    private Rows() {}

    static Optional<Row> find(String name) {
        return ALL.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
