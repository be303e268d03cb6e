package dev.usher.benchmarks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.statistics.Timeline;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.Test;

class RivalsTest {
    private final TicketLog log = TicketLog.of(20_000, 11);
    private final Replay truth = Replay.of(log);

    @Test
    void usherAnswersAsTheReplayDoes() throws Exception {
        for (Arrival arrival : Arrival.values()) {
            Feed.Blocks blocks = new Feed.Blocks(0);
            blocks.add(log, log.arrival(arrival), 0, log.arrivals());
            Questions.check("Usher", truth, 200, Timeline.of(blocks.now())::at);
        }
    }

    @Test
    void duckDbAnswersAsTheReplayDoes() throws Exception {
        try (DuckRival duck = DuckRival.of(truth)) {
            Questions.check(DuckRival.RAW, truth, 20, duck::at);
            Questions.check(DuckRival.BY_TIME, truth, 20, duck::atByTime);
            Questions.check(DuckRival.CHANGES, truth, 20, duck::atByChanges);
        }
    }

    @Test
    void hsqldbAnswersAsTheReplayDoes() throws Exception {
        try (HsqldbRival hsqldb = HsqldbRival.of(truth)) {
            Questions.check(HsqldbRival.RAW, truth, 10, hsqldb::at);
        }
    }

    @Test
    void postgresAnswersAsTheReplayDoes() throws Exception {
        try (PostgresRival postgres = PostgresRival.start()) {
            PreparedStatement asOf = postgres.loadOperations(truth);
            Questions.check(PostgresRival.RAW, truth, 10, instant -> PostgresRival.ask(asOf, instant));
        }
    }

    @Test
    void aWrongAnswerIsNoticed() {
        assertThatThrownBy(() -> Questions.check("wrong", truth, 5, instant -> truth.at(instant - 1)))
                .hasMessageContaining("wrong answers wrongly");
    }
}
