package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An action waits for those who were there before it, and for nobody else. */
final class RunningTransactionsTest {
    private final RunningTransactions running = new RunningTransactions();
    private final List<String> happened = new ArrayList<>();

    @Test
    void anActionWaitsForTheLastOfThoseWhoWereThere() {
        long first = running.enter();
        long second = running.enter();
        running.afterAllOfNow(() -> happened.add("cleared"));
        long late = running.enter();
        running.leave(second);
        assertThat(happened).isEmpty();
        running.leave(first);
        assertThat(happened).containsExactly("cleared");
        running.leave(late);
        assertThat(happened).containsExactly("cleared");
    }

    @Test
    void whoLeavesRunsWhatHeAskedForWhenHeIsAlone() {
        long alone = running.enter();
        running.afterAllOfNow(() -> happened.add("first"));
        running.afterAllOfNow(() -> happened.add("second"));
        running.leave(alone);
        assertThat(happened).containsExactly("first", "second");
    }

    @Test
    void laterActionsWaitForTheirOwn() {
        long first = running.enter();
        running.afterAllOfNow(() -> happened.add("early"));
        long second = running.enter();
        running.afterAllOfNow(() -> happened.add("late"));
        running.leave(first);
        assertThat(happened).containsExactly("early");
        running.leave(second);
        assertThat(happened).containsExactly("early", "late");
    }
}
