package dev.usher.core.service;

import dev.usher.core.attribute.Change;
import dev.usher.core.money.Money;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.Currency;

/** What may be done with the ticket classes of the event at hand. */
enum ClassDeed implements Deed {
    SELL_FREE(made(TicketHouse.free("Seat"))),
    SELL_PAID(made(TicketHouse.paid("Box", 1_000))),
    SELL_FOR_EUROS(made(TicketHouse.paid("Loge", 1_000)
            .with(TicketClassAttributes.COST, new Money(900, Currency.getInstance("EUR"))))),
    SELL_UNNAMED(made(Change.NONE.with(TicketClassAttributes.FREE, true))),
    TAKE_GIFTS(made(Change.NONE.with(TicketClassAttributes.NAME, "Gift").with(TicketClassAttributes.DONATION, true))),
    SELL_AS_VIEWER(season -> season.classes().create(season.house.viewer, season.atHand(), TicketHouse.free("Seat"))),
    SKETCH_NOTHING(sketched(Change.NONE)),
    SKETCH_WITHOUT_PRICE(sketched(
            Change.NONE.with(TicketClassAttributes.NAME, "Stool").with(TicketClassAttributes.QUANTITY_TOTAL, 2L))),
    SKETCH_WITH_SPLIT_FEE(sketched(TicketHouse.paid("Half", 500).with(TicketClassAttributes.SPLIT_FEE, true))),
    RENAME(said(0, Change.NONE.with(TicketClassAttributes.NAME, "Best seat"))),
    UNNAME(said(0, Change.NONE.with(TicketClassAttributes.NAME, Field.cleared()))),
    MAKE_FEWER(said(-1, Change.NONE.with(TicketClassAttributes.QUANTITY_TOTAL, 5L))),
    MAKE_MORE(said(-1, Change.NONE.with(TicketClassAttributes.QUANTITY_TOTAL, 40L))),
    MAKE_ANY(said(-1, Change.NONE.with(TicketClassAttributes.QUANTITY_TOTAL, Field.cleared()))),
    CHARGE(said(
            -1,
            Change.NONE
                    .with(TicketClassAttributes.FREE, false)
                    .with(TicketClassAttributes.COST, new Money(2_000, EventHouse.USD)))),
    GIVE_AWAY(said(
            -1, Change.NONE.with(TicketClassAttributes.FREE, true).with(TicketClassAttributes.COST, Field.cleared()))),
    THE_FIRST_WAITS_FOR_THE_LAST(waiting(0, -1)),
    THE_LAST_WAITS_FOR_THE_FIRST(waiting(-1, 0)),
    THE_SECOND_WAITS_FOR_THE_FIRST(waiting(1, 0)),
    THE_LAST_WAITS_FOR_THE_SECOND(waiting(-1, 1)),
    REMOVE_THE_FIRST(removed(0, false)),
    REMOVE_THE_LAST(removed(-1, false)),
    BREAK_OFF_THE_FIRST(removed(0, true));

    private final Deed deed;

    ClassDeed(Deed deed) {
        this.deed = deed;
    }

    @Override
    public Outcome<?> in(Season season) {
        return deed.in(season);
    }

    private static Deed made(Change change) {
        return season -> season.classes().create(season.house.member, season.atHand(), change);
    }

    private static Deed sketched(Change change) {
        return season -> season.classes().draft(season.house.member, season.atHand(), change);
    }

    private static Deed said(int place, Change change) {
        return season -> season.sayOfClass(place, change);
    }

    private static Deed waiting(int place, int before) {
        return season -> season.sayOfClass(
                place, Change.NONE.with(TicketClassAttributes.SALES_START_AFTER, season.idOfClass(before)));
    }

    private static Deed removed(int place, boolean breakDependency) {
        return season ->
                season.classes().delete(season.house.member, season.atHand(), season.idOfClass(place), breakDependency);
    }
}
