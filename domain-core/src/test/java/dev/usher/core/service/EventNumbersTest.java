package dev.usher.core.service;

import static dev.usher.core.service.EventHouse.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Outcome;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.TicketOperation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An event goes by the name its organization gave it and by a number; the organization's own names always mean its own events. */
class EventNumbersTest {
    private final EventHouse house = new EventHouse();

    @Test
    void aNameGoesBeforeANumberThatReadsLikeIt() {
        long gala = number(draft("gala").orThrow());
        assertThat(meant(gala)).contains(gala);
        long other = number(draft(Long.toString(gala)).orThrow());
        assertThat(meant(gala)).contains(other);
        assertThat(house.usher.eventNames().meant(house.member, "gala")).contains(gala);
        assertThat(house.usher.eventNames().meant(house.member, "0" + gala)).isEmpty();
    }

    @Test
    void anOperatorMeansEventsOfTheOrganizationItActsFor() {
        long gala = number(draft("gala").orThrow());
        Actor here = new Actor(house.organization, Role.OPERATOR);
        Actor elsewhere = new Actor(house.organization + 1, Role.OPERATOR);
        assertThat(house.usher.eventNames().meant(here, Long.toString(gala))).contains(gala);
        assertThat(house.usher.eventNames().meant(elsewhere, Long.toString(gala)))
                .isEmpty();
    }

    @Test
    void anEventThatIsMadeHasANumberThatIsNoOthersName() {
        long last = number(draft("first").orThrow());
        LongStream.rangeClosed(last + 1, last + 20)
                .mapToObj(Long::toString)
                .forEach(name -> draft(name).orThrow());
        long gala = number(draft("gala").orThrow());
        assertThat(meant(gala)).contains(gala);
    }

    @Test
    void eventsThatAreCalledByNumbersKeepTheirTicketsApart() {
        long gala = number(draft("gala").orThrow());
        List<String> names = LongStream.rangeClosed(gala - 3, gala + 30)
                .mapToObj(Long::toString)
                .toList();
        names.forEach(name -> house.usher
                .ticketOperations()
                .record(house.member, List.of(issued(name, "a of " + name), issued(name, "b of " + name)))
                .orThrow());
        assertThat(names).allSatisfy(name -> assertThat(total(name)).isEqualTo(2));
        assertThat(total("gala")).isZero();
    }

    private Optional<Long> meant(long number) {
        return house.usher.eventNames().meant(house.member, Long.toString(number));
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
