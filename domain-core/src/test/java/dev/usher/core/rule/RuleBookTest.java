package dev.usher.core.rule;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A book judges facts by all its rows, in order, and tells every fault at once. */
class RuleBookTest {

    /** A booking to be judged. */
    private record Booking(String name, int seats, List<String> guests) {}

    private static final Rule<Booking> NAMED = Rule.row("B-1", "MISSING", "name", ARGUMENT, "test")
            .require(booking -> !booking.name().isEmpty(), booking -> "the name is missing");
    private static final Rule<Booking> FEW_SEATS = Rule.row("B-2", "TOO_MANY", "seats", STATE, "test")
            .when(
                    booking -> !booking.name().equals("owner"),
                    booking -> booking.seats() <= 4,
                    booking -> booking.seats() + " seats; at most 4");
    private static final Rule<Booking> KNOWN_GUESTS = Rule.row("B-3", "UNKNOWN", "guests.{}", ARGUMENT, "test")
            .each(
                    Booking::guests,
                    (booking, guest) -> !guest.startsWith("x"),
                    (booking, guest) -> "'" + guest + "' is unknown to " + booking.name());
    private static final RuleBook<Booking> BOOK = new RuleBook<>(List.of(NAMED, FEW_SEATS, KNOWN_GUESTS));

    @Test
    void factsThatKeepEveryRuleAreAcceptedWithTheValue() {
        assertThat(BOOK.judge(new Booking("anna", 4, List.of("ben")), "done")).isEqualTo(Outcome.accepted("done"));
    }

    @Test
    void everyViolationIsToldInTheOrderOfTheBookWithKindCodePathAndMessage() {
        assertThat(BOOK.violations(new Booking("", 5, List.of("xaver", "ben", "xenia"))))
                .containsExactly(
                        new Violation(ARGUMENT, "MISSING", "name", "the name is missing"),
                        new Violation(STATE, "TOO_MANY", "seats", "5 seats; at most 4"),
                        new Violation(ARGUMENT, "UNKNOWN", "guests.xaver", "'xaver' is unknown to "),
                        new Violation(ARGUMENT, "UNKNOWN", "guests.xenia", "'xenia' is unknown to "));
    }

    @Test
    void aRejectionHasTheViolationsOfTheBook() {
        Booking booking = new Booking("", 5, List.of());
        assertThat(BOOK.judge(booking, "done")).isEqualTo(Outcome.rejected(BOOK.violations(booking)));
    }

    @Test
    void aRuleLooksOnlyWhereItApplies() {
        assertThat(BOOK.violations(new Booking("owner", 500, List.of()))).isEmpty();
    }

    @Test
    void anEmptyBookRefusesNothing() {
        assertThat(new RuleBook<Booking>(List.of()).violations(new Booking("", 9, List.of("x"))))
                .isEmpty();
    }

    @Test
    void twoRowsOfOneBookMayShareACodeButNoId() {
        Rule<Booking> again =
                Rule.row("B-1", "OTHER", "seats", ARGUMENT, "test").require(all -> true, all -> "");
        assertThatThrownBy(() -> new RuleBook<>(List.of(NAMED, again)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share an id");
        Rule<Booking> sameCode =
                Rule.row("B-4", "MISSING", "name", ARGUMENT, "test").require(all -> true, all -> "");
        assertThat(new RuleBook<>(List.of(NAMED, sameCode)).rows()).containsExactly(NAMED, sameCode);
    }

    @Test
    void aRowSaysWhatItIs() {
        assertThat(FEW_SEATS.heading()).isEqualTo(new Rule.Heading("B-2", "TOO_MANY", "seats", STATE, "test"));
    }

    @Test
    void aBookKeepsItsRowsWhenTheListItWasMadeOfChanges() {
        List<Rule<Booking>> rows = new ArrayList<>(List.of(NAMED));
        RuleBook<Booking> book = new RuleBook<>(rows);
        rows.clear();
        assertThat(book.rows()).containsExactly(NAMED);
    }

    /** What is done with a booking. */
    private enum Act implements Operation {
        MAKE,
        CANCEL;

        @Override
        public String word() {
            return name();
        }
    }

    private record Attempt(Act operation, int seats) implements OperationFacts {}

    @Test
    void aRowThatNamesOperationsGuardsTheseAlone() {
        Rule<Attempt> making = Rule.row("B-5", "NO_SEATS", "seats", ARGUMENT, "test")
                .on(Act.MAKE)
                .require(attempt -> attempt.seats() > 0, attempt -> "no seats");
        Rule<Attempt> always = Rule.row("B-6", "NEGATIVE", "seats", ARGUMENT, "test")
                .require(attempt -> attempt.seats() >= 0, attempt -> "negative");
        RuleBook<Attempt> book = new RuleBook<>(List.of(making, always));
        assertThat(making.heading().operations()).containsExactly(Act.MAKE);
        assertThat(book.violations(new Attempt(Act.MAKE, -1))).hasSize(2);
        assertThat(book.violations(new Attempt(Act.CANCEL, -1)))
                .containsExactly(new Violation(ARGUMENT, "NEGATIVE", "seats", "negative"));
    }
}
