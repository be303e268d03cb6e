package dev.usher.core.service;

import static dev.usher.core.service.EventHouse.number;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Something that may happen to an event, allowed or not. */
enum Deed {
    PUBLISH((house, event) -> house.events.publish(house.member, number(event), Optional.empty())),
    UNPUBLISH((house, event) -> house.events.unpublish(house.member, number(event), Optional.empty())),
    CANCEL((house, event) -> house.events.cancel(house.member, number(event), Optional.empty())),
    DELETE((house, event) -> house.events.delete(house.member, number(event), Optional.empty())),
    COPY((house, event) -> house.events.copy(house.member, number(event), CopyWish.NONE)),
    PUBLISH_AS_STRANGER((house, event) -> house.events.publish(house.stranger, number(event), Optional.empty())),
    CANCEL_AS_VIEWER((house, event) -> house.events.cancel(house.viewer, number(event), Optional.empty())),
    OF_ANOTHER_VERSION((house, event) -> house.events.cancel(
            house.member, number(event), Optional.of(event.event().version() + 1))),
    RENAME(said(EventAttributes.NAME, "Ball")),
    UNNAME(cleared(EventAttributes.NAME)),
    DESCRIBE(said(EventAttributes.DESCRIPTION, "All night.")),
    UNDESCRIBE(cleared(EventAttributes.DESCRIPTION)),
    START_LATER(said(EventAttributes.START, Instant.parse("2030-07-04T21:00:00Z"))),
    END_LATER(said(EventAttributes.END, Instant.parse("2030-09-04T21:00:00Z"))),
    END_BEFORE_THE_START(said(EventAttributes.END, Instant.parse("2030-05-03T00:00:00Z"))),
    START_ELSEWHERE(said(EventAttributes.START_ZONE, "Asia/Tokyo")),
    END_ELSEWHERE(said(EventAttributes.END_ZONE, "Asia/Tokyo")),
    START_NOWHERE(said(EventAttributes.START_ZONE, "Mars/Base")),
    CHARGE_EUROS(said(EventAttributes.CURRENCY, Currency.getInstance("EUR"))),
    TAKE_PLACE((house, event) -> update(house, event, Change.NONE.with(EventAttributes.VENUE, house.venue))),
    TAKE_NO_PLACE(cleared(EventAttributes.VENUE)),
    GO_ONLINE(said(EventAttributes.ONLINE, true)),
    GO_OFFLINE(said(EventAttributes.ONLINE, false)),
    RESERVE_SEATS(said(EventAttributes.RESERVED_SEATING, true)),
    TICKET_ELSEWHERE(said(EventAttributes.EXTERNALLY_TICKETED, true)),
    UNLIST(said(EventAttributes.PASSWORD, "sesame")),
    LIST(said(EventAttributes.LISTED, true)),
    NO_ORGANIZER(cleared(EventAttributes.ORGANIZER)),
    A_FREE_CLASS((house, event) -> sold(house, event, house.free())),
    A_PAID_CLASS((house, event) -> sold(house, event, house.paid(1_000))),
    AN_UNNAMED_CLASS((house, event) -> sold(house, event, Attributes.NONE)),
    PAY_OUT((house, event) ->
            house.events.settle(house.owner, number(event), Change.NONE.with(EventAttributes.PAID_OUT, true))),
    A_MONTH_PASSES((house, event) -> {
        house.clock.move(Duration.ofDays(30));
        return Outcome.accepted(event);
    });

    /** How it is done. */
    private interface Doing {
        Outcome<EventView> of(EventHouse house, EventView event);
    }

    private final Doing doing;

    Deed(Doing doing) {
        this.doing = doing;
    }

    Outcome<EventView> of(EventHouse house, EventView event) {
        return doing.of(house, event);
    }

    private static <T> Doing said(Attribute<T> attribute, T value) {
        return (house, event) -> update(house, event, Change.NONE.with(attribute, value));
    }

    private static Doing cleared(Attribute<?> attribute) {
        return (house, event) -> update(house, event, Change.NONE.with(attribute, Field.cleared()));
    }

    private static Outcome<EventView> update(EventHouse house, EventView event, Change change) {
        return house.events.update(house.member, number(event), change, Optional.empty());
    }

    /** Classes come while the event is a draft; afterwards their own book has the say. */
    private static Outcome<EventView> sold(EventHouse house, EventView event, Attributes attributes) {
        if (event.event().get(EventAttributes.STATE).filter("draft"::equals).isPresent()) {
            house.ticketClass(event, attributes);
        }
        return Outcome.accepted(event);
    }
}
