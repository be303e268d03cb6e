package dev.usher.core.rule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A proof of a rule book is worth something only if books that are not right fail it. */
class RuleBookProofTest {
    private static final Witness FEW = new Witness("B-1", true, Map.of("seats", "4"));
    private static final Witness MANY =
            new Witness("B-1", false, Map.of("seats", "5", "says", "5 seats … 4 at the most"));
    private static final String GOOD = "there are 5 seats; expected 4 at the most";

    @Test
    void aBookWithGoodWitnessesIsProved() {
        RuleBookProof<Integer> proof = proof(GOOD, FEW, MANY);
        proof.everyRowHasWitnesses();
        proof.holds(FEW);
        proof.holds(MANY);
    }

    @Test
    void aRowWithoutOneOfItsWitnessesIsNotProved() {
        requireFailing(() -> proof(GOOD, FEW).everyRowHasWitnesses());
        requireFailing(() -> proof(GOOD, MANY).everyRowHasWitnesses());
    }

    @Test
    void aWitnessThatTheRowTreatsOtherwiseProvesNothing() {
        requireFailing(() -> proof(GOOD, FEW, MANY).holds(new Witness("B-1", true, MANY.cells())));
        requireFailing(() -> proof(GOOD, FEW, MANY).holds(new Witness("B-1", false, FEW.cells())));
    }

    @Test
    void aMessageThatDoesNotSayWhatWasWrongIsNoGood() {
        requireFailing(
                () -> proof("too many seats; expected 4 at the most", FEW, MANY).holds(MANY));
    }

    @Test
    void aMessageThatDoesNotSayWhatWouldBeRightIsNoGood() {
        requireFailing(
                () -> proof("there are 5 seats, which is wrong", FEW, MANY).holds(MANY));
    }

    @Test
    void aWitnessThatAsksTheMessageForNothingProvesNothing() {
        requireFailing(() -> proof(GOOD, FEW, MANY).holds(new Witness("B-1", false, Map.of("seats", "5"))));
        requireFailing(
                () -> proof(GOOD, FEW, MANY).holds(new Witness("B-1", false, Map.of("seats", "5", "says", "5 seats"))));
    }

    private static RuleBookProof<Integer> proof(String message, Witness... witnesses) {
        Rule<Integer> few = Rule.row("B-1", "TOO_MANY", "seats", RuleKind.ARGUMENT, "test")
                .require(seats -> seats <= 4, seats -> message);
        return new RuleBookProof<>(
                new RuleBook<>(List.of(few)), List.of(witnesses), witness -> Integer.valueOf(witness.cell("seats")));
    }

    private static void requireFailing(Runnable proof) {
        assertThatThrownBy(proof::run).isInstanceOf(AssertionError.class);
    }
}
