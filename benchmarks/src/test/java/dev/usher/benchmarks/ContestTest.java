package dev.usher.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContestTest {

    @Test
    void contestantsTakeTurnsAndWarmUpsDoNotCount() throws Exception {
        List<String> turns = new ArrayList<>();
        Metric time = Metric.lower("time", "s");
        try (Contest contest = new Contest()) {
            contest.enter(Contest.USHER, 1, 2, figures -> {
                turns.add("u");
                figures.add("time", turns.size());
            });
            contest.enter("slow", 0, 1, figures -> {
                turns.add("s");
                figures.add("time", turns.size());
            });
            Standing standing = contest.run(List.of(time)).get(0);
            assertThat(turns).containsExactly("u", "s", "u", "u");
            assertThat(standing.samples()).isEqualTo(Map.of(Contest.USHER, List.of(3.0, 4.0), "slow", List.of(2.0)));
        }
    }

    @Test
    void aFigureForNoMetricIsRefused() {
        try (Contest contest = new Contest()) {
            contest.enter(Contest.USHER, 0, 1, figures -> figures.add("speed", 1));
            assertThatThrownBy(() -> contest.run(List.of(Metric.lower("time", "s"))))
                    .hasMessageContaining("speed");
        }
    }

    @Test
    void ratiosSayHowManyTimesAsGoodUsherIs() {
        Map<String, List<Double>> samples = Map.of(Contest.USHER, List.of(4.0, 2.0, 9.0), "rival", List.of(8.0, 8.0));
        Standing times = new Standing(Metric.lower("time", "s"), samples);
        Standing rates = new Standing(Metric.higher("rate", "rows/s"), samples);
        assertThat(times.ratio("rival")).contains(2.0);
        assertThat(rates.ratio("rival")).contains(0.5);
        assertThat(times.ratio("nobody")).isEmpty();
        assertThat(Goal.atMost(4).isReachedBy(times)).contains(true);
        assertThat(Goal.atMost(3.9).isReachedBy(times)).contains(false);
        assertThat(Goal.atLeast(4.1).isReachedBy(rates)).contains(false);
        assertThat(Goal.ratio("rival", 2).isReachedBy(times)).contains(true);
        assertThat(Goal.ratio("rival", 0.6).isReachedBy(rates)).contains(false);
        assertThat(Goal.ratio("nobody", 1).isReachedBy(times)).isEmpty();
    }
}
