package dev.usher.core.event;

import static dev.usher.core.event.EventOperation.COPY;
import static dev.usher.core.event.EventOperation.CREATE;
import static dev.usher.core.event.EventOperation.DRAFT;

import dev.usher.core.access.Packages;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.money.FeeSchedule;
import dev.usher.core.rule.RuleBookProof;
import dev.usher.core.rule.Witness;
import dev.usher.core.ticketing.Price;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of events can pass, and can fail alone. */
class EventRulesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String SAID = "name=Gala; organizer_id=3; start_utc=2026-07-04T18:00:00Z;"
            + " start_timezone=Europe/Zurich; end_utc=2026-07-04T22:00:00Z; end_timezone=Europe/Zurich; currency=USD";
    private static final String KNOWN = SAID + "; description=All night.; state=draft";
    private static final String SEAT = "7:name=Seat; free=true; quantity_total=20";

    private final RuleBookProof<EventFacts> proof =
            new RuleBookProof<>(EventRules.BOOK, witnesses(), EventRulesTest::facts);

    static List<Witness> witnesses() {
        return Witness.of("events.tsv");
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

    private static EventFacts facts(Witness witness) {
        EventOperation operation =
                EventOperation.valueOf(witness.cell("operation").toUpperCase(Locale.ROOT));
        Map<String, String> around = around(witness.cell("around"));
        boolean isNew = operation == CREATE || operation == DRAFT;
        Attributes known =
                witness.change("event", EventAttributes.ALL).appliedTo(Witness.attributes(EventAttributes.ALL, KNOWN));
        Event before = new Event(
                new EventRef(1, 5), around.getOrDefault("external_id", "gala"), 1, isNew ? Attributes.NONE : known);
        Change change = change(witness, operation);
        return new EventFacts(
                operation,
                before,
                change,
                after(operation, before, change),
                occurrences(witness.cell("occurrences")),
                Optional.ofNullable(around.get("version"))
                        .filter(text -> !text.isEmpty())
                        .map(Long::valueOf),
                NOW,
                surroundings(around, witness.cell("tickets")));
    }

    private static Change change(Witness witness, EventOperation operation) {
        List<Attribute<?>> table = operation == COPY ? CopyWish.ATTRIBUTES : EventAttributes.ALL;
        Change said = witness.change("change", table);
        if (operation != CREATE) {
            return said;
        }
        Attributes complete = Witness.attributes(EventAttributes.ALL, SAID);
        Change all = said;
        for (Attribute<?> attribute : complete.said()) {
            all = said.mentions(attribute) ? all : withValue(all, attribute, complete);
        }
        return all;
    }

    private static <T> Change withValue(Change change, Attribute<T> attribute, Attributes values) {
        return change.with(attribute, values.get(attribute).orElseThrow());
    }

    private static Attributes after(EventOperation operation, Event before, Change change) {
        return operation == COPY
                ? CopyWish.of(change).appliedTo(before.attributes())
                : EventConsequences.of(change, before.attributes());
    }

    private static EventSurroundings surroundings(Map<String, String> around, String tickets) {
        String said = around.entrySet().stream()
                .filter(entry -> Profile.ATTRIBUTES.stream()
                        .anyMatch(attribute -> attribute.name().equals(entry.getKey())))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(";"));
        Profile profile = new Profile(1, 1, Witness.attributes(Profile.ATTRIBUTES, said));
        return new EventSurroundings(
                profile,
                Packages.usual().limits(profile),
                !around.containsKey("taken"),
                !around.containsKey("foreign_venue"),
                !around.containsKey("foreign_organizer"),
                tickets(tickets.isEmpty() ? SEAT : tickets, profile.fees()),
                new EventSales(count(around, "placed"), count(around, "unrefunded"), count(around, "paid")),
                count(around, "free_events"),
                around.containsKey("respondent") ? Set.of(around.get("respondent")) : Set.of());
    }

    private static List<TicketOnOffer> tickets(String cell, FeeSchedule fees) {
        return cell.equals("none")
                ? List.of()
                : Arrays.stream(cell.split(" \\| "))
                        .map(text -> text.split(":", 2))
                        .map(parts -> ticket(
                                Long.parseLong(parts[0]),
                                Witness.attributes(TicketClassAttributes.ALL, parts[1]),
                                fees))
                        .toList();
    }

    private static TicketOnOffer ticket(long id, Attributes attributes, FeeSchedule fees) {
        return new TicketOnOffer(
                id,
                attributes.get(TicketClassAttributes.NAME),
                attributes.get(TicketClassAttributes.QUANTITY_TOTAL),
                attributes.get(TicketClassAttributes.COST),
                attributes.is(TicketClassAttributes.FREE),
                attributes.is(TicketClassAttributes.DONATION),
                attributes.is(TicketClassAttributes.SPLIT_FEE),
                Price.of(new TicketClass(new EventRef(1, 5), id, 1, attributes), fees)
                        .map(Price::paysItsFee)
                        .orElse(true),
                attributes.get(TicketClassAttributes.SALES_START_AFTER).isPresent());
    }

    private static List<Occurrence> occurrences(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(" \\| "))
                        .map(text -> text.split("/"))
                        .map(ends -> new Occurrence(Instant.parse(ends[0]), Instant.parse(ends[1])))
                        .toList();
    }

    private static Map<String, String> around(String cell) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String text : cell.isEmpty() ? new String[0] : cell.split(";")) {
            int sign = text.indexOf('=');
            said.put(text.substring(0, sign).strip(), text.substring(sign + 1));
        }
        return said;
    }

    private static long count(Map<String, String> around, String name) {
        return Long.parseLong(around.getOrDefault(name, "0"));
    }
}
