package dev.usher.core.ticketing;

import dev.usher.core.access.Packages;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventState;
import dev.usher.core.rule.RuleBookProof;
import dev.usher.core.rule.Witness;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of ticket classes can pass, and can fail alone. */
class TicketClassRulesTest {
    private static final EventRef REF = new EventRef(1, 5);
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String CONCERT = "currency=USD; start_utc=2026-07-04T18:00:00Z; end_utc=2026-07-04T21:00:00Z";

    private final RuleBookProof<TicketClassFacts> proof =
            new RuleBookProof<>(TicketClassRules.BOOK, witnesses(), TicketClassRulesTest::facts);

    static List<Witness> witnesses() {
        return Witness.of("ticket-classes.tsv");
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

    private static TicketClassFacts facts(Witness witness) {
        Attributes said = witness.change("event", EventAttributes.ALL)
                .appliedTo(Witness.attributes(EventAttributes.ALL, CONCERT));
        Event event = new Event(REF, "concert", 1, said);
        Attributes current = witness.attributes("current", TicketClassAttributes.ALL);
        Change change = witness.change("change", TicketClassAttributes.ALL);
        List<String> around = Arrays.asList(witness.cell("around").split("; "));
        return new TicketClassFacts(
                TicketClassOperation.valueOf(witness.cell("operation").toUpperCase(Locale.ROOT)),
                event,
                EventState.of(event) == EventState.PUBLISHED,
                others(witness.cell("others")),
                witness.cell("current").isEmpty() ? Optional.empty() : Optional.of(ticketClass(1, current)),
                change,
                ticketClass(1, change.appliedTo(current)),
                profile(around),
                Packages.usual().limits(profile(around)),
                ordered(around),
                false,
                said(around, "ifVersion="),
                NOW);
    }

    private static List<TicketClass> others(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(" \\| "))
                        .map(text -> text.split(":", 2))
                        .map(parts -> ticketClass(
                                Long.parseLong(parts[0]), Witness.attributes(TicketClassAttributes.ALL, parts[1])))
                        .toList();
    }

    private static TicketClass ticketClass(long id, Attributes attributes) {
        return new TicketClass(REF, id, 1, attributes);
    }

    private static Profile profile(List<String> around) {
        String said = String.join(
                "; ",
                around.stream()
                        .filter(text ->
                                !text.isEmpty() && !text.startsWith("ordered=") && !text.startsWith("ifVersion="))
                        .toList());
        return new Profile(1, 1, Witness.attributes(Profile.ATTRIBUTES, said));
    }

    private static long ordered(List<String> around) {
        return said(around, "ordered=").orElse(0L);
    }

    private static Optional<Long> said(List<String> around, String name) {
        return around.stream()
                .filter(text -> text.startsWith(name))
                .map(text -> Long.valueOf(text.substring(name.length())))
                .findFirst();
    }
}
