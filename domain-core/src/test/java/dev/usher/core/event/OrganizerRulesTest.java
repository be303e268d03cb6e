package dev.usher.core.event;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.RuleBookProof;
import dev.usher.core.rule.Witness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of organizers can pass, and can fail alone. */
class OrganizerRulesTest {
    private final RuleBookProof<BelongingFacts> proof =
            new RuleBookProof<>(OrganizerRules.BOOK, witnesses(), OrganizerRulesTest::facts);

    static List<Witness> witnesses() {
        return Witness.of("organizers.tsv");
    }

    @Test
    void everyRowHasWitnesses() {
        proof.everyRowHasWitnesses();
    }

    @ParameterizedTest
    @MethodSource("witnesses")
    void aRowDoesWhatItsWitnessSays(Witness witness) {
        proof.holds(witness);
    }

    private static BelongingFacts facts(Witness witness) {
        Change change = witness.change("change", Organizer.ATTRIBUTES);
        Optional<Long> ifVersion = Optional.of(witness.cell("version"))
                .filter(text -> !text.isEmpty())
                .map(Long::valueOf);
        return new BelongingFacts(change, change.appliedTo(Attributes.NONE), 3, ifVersion);
    }
}
