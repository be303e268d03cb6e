package dev.usher.core.service;

import static dev.usher.core.service.EventHouse.codes;
import static dev.usher.core.service.EventHouse.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Outcome;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.TicketOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An event goes by the name its organization gave it and by a number, and neither ever means another event. */
class EventNumbersTest {
    private final EventHouse house = new EventHouse();

    @Test
    void theNumberOfAnEventIsNoNameForAnother() {
        EventView gala = draft("gala").orThrow();
        String number = Long.toString(number(gala));
        assertThat(codes(draft(number))).containsExactly("external_id:EXTERNAL_ID_TAKEN");
        assertThat(house.usher.eventNames().meant(house.member, number)).contains(number(gala));
    }

    @Test
    void anEventWithANameHasANumberThatIsNoOthersName() {
        long last = number(draft("first").orThrow());
        LongStream.rangeClosed(last + 1, last + 20)
                .mapToObj(Long::toString)
                .forEach(name -> draft(name).orThrow());
        EventView gala = draft("gala").orThrow();
        assertThat(house.usher.eventNames().meant(house.member, Long.toString(number(gala))))
                .contains(number(gala));
    }

    @Test
    void operationsThatNameAnEventByItsNumberAreItsOwn() {
        EventView gala = draft("gala").orThrow();
        String number = Long.toString(number(gala));
        var receipt = house.usher
                .ticketOperations()
                .record(house.member, List.of(issued("gala", "a"), issued(number, "b"), issued(number, "a")))
                .orThrow();
        assertThat(receipt.added()).isEqualTo(2);
        assertThat(receipt.sequences()).isEqualTo(Map.of("gala", 2L, number, 2L));
        assertThat(total("gala")).isEqualTo(2);
        assertThat(total(number)).isEqualTo(2);
        assertThat(codes(draft(number))).containsExactly("external_id:EXTERNAL_ID_TAKEN");
    }

    @Test
    void soAreThoseOfAnImport() {
        EventView gala = draft("gala").orThrow();
        String number = Long.toString(number(gala));
        var intake = house.usher
                .ticketOperations()
                .intake(house.usher.organizations().find(house.organization).orElseThrow());
        for (int ticket = 0; ticket < 100; ticket++) {
            intake.add(ticket % 2 == 0 ? "gala" : number, "ticket " + ticket, OperationKind.ISSUED, ticket, "");
        }
        assertThat(intake.finish().added()).isEqualTo(100);
        assertThat(total("gala")).isEqualTo(100);
    }

    private Outcome<EventView> draft(String externalId) {
        return house.events.draft(house.member, house.organization, Optional.of(externalId), Change.NONE);
    }

    private static TicketOperation issued(String event, String ticket) {
        return new TicketOperation(event, ticket, OperationKind.ISSUED, Instant.parse("2030-01-01T00:00:00Z"), "");
    }

    private long total(String event) {
        return house.usher
                .reporting()
                .asOf(house.viewer, StatisticsQuestion.of(List.of(event), EventHouse.NOON))
                .orThrow()
                .get(0)
                .statistics()
                .total();
    }
}
