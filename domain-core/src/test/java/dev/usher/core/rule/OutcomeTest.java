package dev.usher.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A request is accepted with a value or rejected with every reason, and a rejection stays one. */
class OutcomeTest {
    private static final Violation LATE = new Violation(RuleKind.STATE, "LATE", "start", "the start is past");
    private static final Violation FULL = new Violation(RuleKind.STATE, "FULL", "", "no seat is left");

    @Test
    void anAcceptedOutcomeHasItsValueAndNoViolation() {
        Outcome<String> outcome = Outcome.accepted("ticket");
        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.orThrow()).isEqualTo("ticket");
    }

    @Test
    void anAcceptedOutcomeGoesOn() {
        assertThat(Outcome.accepted("ticket").then(text -> Outcome.accepted(text.length())))
                .isEqualTo(Outcome.accepted(6));
        assertThat(Outcome.accepted("ticket").<Integer>then(text -> Outcome.rejected(LATE)))
                .isEqualTo(Outcome.rejected(LATE));
    }

    @Test
    void aRejectionStaysAsItIsWhateverComesNext() {
        List<String> called = new ArrayList<>();
        Outcome<Integer> outcome = Outcome.<String>rejected(List.of(LATE, FULL)).then(text -> {
            called.add(text);
            return Outcome.accepted(1);
        });
        assertThat(outcome.violations()).containsExactly(LATE, FULL);
        assertThat(called).isEmpty();
    }

    @Test
    void theValueOfARejectionThrowsWithItsReasons() {
        assertThatThrownBy(() -> Outcome.rejected(LATE).orThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LATE")
                .hasMessageContaining("the start is past");
    }

    @Test
    void aRejectionNamesAReasonAndKeepsIt() {
        assertThatThrownBy(() -> Outcome.rejected(List.of())).isInstanceOf(IllegalArgumentException.class);
        List<Violation> violations = new ArrayList<>(List.of(LATE));
        Outcome<String> outcome = Outcome.rejected(violations);
        violations.clear();
        assertThat(outcome.violations()).containsExactly(LATE);
    }

    @Test
    void nothingIsNoValue() {
        assertThatThrownBy(() -> new Outcome.Accepted<>(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aViolationFoundFurtherInHasTheWayInFrontOfItsPath() {
        assertThat(LATE.at("events[3]").path()).isEqualTo("events[3].start");
        assertThat(FULL.at("events[3]").path()).isEqualTo("events[3]");
        assertThat(LATE.at("events[3]").at("copy").path()).isEqualTo("copy.events[3].start");
    }

    @Test
    void aViolationReadsAsASentence() {
        assertThat(LATE).hasToString("start: LATE: the start is past");
        assertThat(FULL).hasToString("FULL: no seat is left");
    }
}
