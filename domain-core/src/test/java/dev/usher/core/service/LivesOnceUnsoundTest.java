package dev.usher.core.service;

import static dev.usher.core.service.ClassDeed.REMOVE_THE_FIRST;
import static dev.usher.core.service.ClassDeed.SELL_FREE;
import static dev.usher.core.service.ClassDeed.SELL_PAID;
import static dev.usher.core.service.EventDeed.ASK_A_WORD;
import static dev.usher.core.service.EventDeed.CHARGE_EUROS;
import static dev.usher.core.service.EventDeed.END_LATER;
import static dev.usher.core.service.EventDeed.HAVE_FEW_SEATS;
import static dev.usher.core.service.EventDeed.HAVE_TEN_SEATS;
import static dev.usher.core.service.EventDeed.HOLD_TWICE;
import static dev.usher.core.service.EventDeed.INVITE;
import static dev.usher.core.service.EventDeed.LIST;
import static dev.usher.core.service.EventDeed.LIST_AS_USUAL;
import static dev.usher.core.service.EventDeed.PUBLISH;
import static dev.usher.core.service.EventDeed.RESERVE_SEATS;
import static dev.usher.core.service.EventDeed.SHARE_AS_USUAL;
import static dev.usher.core.service.EventDeed.TICKET_ELSEWHERE;
import static dev.usher.core.service.EventDeed.TICKET_HERE;
import static dev.usher.core.service.EventDeed.TICKET_WHEREVER;
import static dev.usher.core.service.EventDeed.UNPUBLISH;
import static dev.usher.core.service.HouseDeed.A_MONTH_PASSES;
import static dev.usher.core.service.HouseDeed.TURN_TO_THE_NEXT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lives by which {@link EventLifeProperties} once came to where no event must be. */
class LivesOnceUnsoundTest {

    static Stream<List<Deed>> lives() {
        return Stream.of(
                List.of(INVITE),
                List.of(INVITE, LIST),
                List.of(INVITE, LIST_AS_USUAL),
                List.of(INVITE, SHARE_AS_USUAL),
                List.of(ASK_A_WORD, LIST),
                List.of(REMOVE_THE_FIRST, RESERVE_SEATS, SELL_FREE, SELL_FREE, HAVE_FEW_SEATS),
                List.of(REMOVE_THE_FIRST, TICKET_ELSEWHERE, PUBLISH, TICKET_HERE),
                List.of(REMOVE_THE_FIRST, TICKET_ELSEWHERE, PUBLISH, TICKET_WHEREVER),
                List.of(
                        HOLD_TWICE,
                        PUBLISH,
                        A_MONTH_PASSES,
                        ClassDeed.RENAME,
                        UNPUBLISH,
                        TURN_TO_THE_NEXT_EVENT,
                        END_LATER),
                List.of(HOLD_TWICE, PUBLISH, A_MONTH_PASSES, SELL_FREE, REMOVE_THE_FIRST),
                ofASeries(TICKET_ELSEWHERE, SELL_FREE),
                ofASeries(CHARGE_EUROS, SELL_PAID),
                List.of(
                        REMOVE_THE_FIRST,
                        RESERVE_SEATS,
                        HOLD_TWICE,
                        TURN_TO_THE_NEXT_EVENT,
                        HAVE_TEN_SEATS,
                        TURN_TO_THE_NEXT_EVENT,
                        TURN_TO_THE_NEXT_EVENT,
                        SELL_FREE,
                        SELL_FREE));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void noneIsAnyMore(List<Deed> life) {
        WatchedSeason season = new WatchedSeason();
        assertThat(life).isNotEmpty().allSatisfy(deed -> season.isDone(deed));
    }

    /** A series that sells nothing yet, something done to its first occurrence, and more to itself. */
    private static List<Deed> ofASeries(Deed toAnOccurrence, Deed... toTheSeries) {
        Stream<Deed> turning = Stream.of(TURN_TO_THE_NEXT_EVENT, TURN_TO_THE_NEXT_EVENT);
        return Stream.of(
                        Stream.of(REMOVE_THE_FIRST, HOLD_TWICE, TURN_TO_THE_NEXT_EVENT, toAnOccurrence),
                        turning,
                        Stream.of(toTheSeries))
                .flatMap(deeds -> deeds)
                .toList();
    }
}
