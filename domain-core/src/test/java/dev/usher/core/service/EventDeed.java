package dev.usher.core.service;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Occurrence;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionWish;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What may be done with the event at hand. */
enum EventDeed implements Deed {
    PUBLISH(season -> season.house.events.publish(season.house.member, season.atHand(), Optional.empty())),
    UNPUBLISH(season -> season.house.events.unpublish(season.house.member, season.atHand(), Optional.empty())),
    CANCEL(season -> season.house.events.cancel(season.house.member, season.atHand(), Optional.empty())),
    DELETE(season -> season.house.events.delete(season.house.member, season.atHand(), Optional.empty())),
    COPY(season -> season.house.events.copy(season.house.member, season.atHand(), CopyWish.NONE)),
    HOLD_TWICE(season -> held(season, Duration.ofDays(10))),
    HOLD_IN_THE_PAST(season -> held(season, Duration.ofDays(-10))),
    PAY_OUT(season -> season.house.events.settle(
            season.house.owner, season.atHand(), Change.NONE.with(EventAttributes.PAID_OUT, true))),
    ASK_WHY(season -> season.house
            .usher
            .questions()
            .create(
                    season.house.member,
                    season.atHand(),
                    QuestionWish.of(Change.NONE.with(Question.TEXT, "Why?").with(Question.TYPE, "text")))),
    PUBLISH_AS_STRANGER(
            season -> season.house.events.publish(season.house.stranger, season.atHand(), Optional.empty())),
    CANCEL_AS_VIEWER(season -> season.house.events.cancel(season.house.viewer, season.atHand(), Optional.empty())),
    CANCEL_OF_ANOTHER_VERSION(season -> season.house.events.cancel(
            season.house.member, season.atHand(), Optional.of(season.event().version() + 1))),
    RENAME(said(EventAttributes.NAME, "Ball")),
    UNNAME(cleared(EventAttributes.NAME)),
    DESCRIBE(said(EventAttributes.DESCRIPTION, "All night.")),
    UNDESCRIBE(cleared(EventAttributes.DESCRIPTION)),
    START_LATER(said(EventAttributes.START, Instant.parse("2030-07-04T21:00:00Z"))),
    END_LATER(said(EventAttributes.END, Instant.parse("2030-09-04T21:00:00Z"))),
    END_BEFORE_THE_START(said(EventAttributes.END, Instant.parse("2030-05-03T00:00:00Z"))),
    NEVER_END(cleared(EventAttributes.END)),
    START_ELSEWHERE(said(EventAttributes.START_ZONE, "Asia/Tokyo")),
    END_ELSEWHERE(said(EventAttributes.END_ZONE, "Asia/Tokyo")),
    START_NOWHERE(said(EventAttributes.START_ZONE, "Mars/Base")),
    CHARGE_EUROS(said(EventAttributes.CURRENCY, Currency.getInstance("EUR"))),
    CHARGE_DOLLARS(said(EventAttributes.CURRENCY, EventHouse.USD)),
    CHARGE_IN_NOTHING(cleared(EventAttributes.CURRENCY)),
    TAKE_PLACE(season -> season.say(Change.NONE.with(EventAttributes.VENUE, season.house.venue))),
    TAKE_NO_PLACE(cleared(EventAttributes.VENUE)),
    GO_ONLINE(said(EventAttributes.ONLINE, true)),
    GO_OFFLINE(said(EventAttributes.ONLINE, false)),
    RESERVE_SEATS(said(EventAttributes.RESERVED_SEATING, true)),
    RESERVE_NO_SEATS(said(EventAttributes.RESERVED_SEATING, false)),
    HAVE_FEW_SEATS(said(EventAttributes.CAPACITY, 15L)),
    HAVE_TEN_SEATS(said(EventAttributes.CAPACITY, 10L)),
    HAVE_ANY_SEATS(cleared(EventAttributes.CAPACITY)),
    TICKET_ELSEWHERE(said(EventAttributes.EXTERNALLY_TICKETED, true)),
    TICKET_HERE(said(EventAttributes.EXTERNALLY_TICKETED, false)),
    TICKET_WHEREVER(cleared(EventAttributes.EXTERNALLY_TICKETED)),
    ASK_A_WORD(said(EventAttributes.PASSWORD, "sesame")),
    ASK_NO_WORD(cleared(EventAttributes.PASSWORD)),
    LIST(said(EventAttributes.LISTED, true)),
    LIST_AS_USUAL(cleared(EventAttributes.LISTED)),
    UNLIST(said(EventAttributes.LISTED, false)),
    INVITE(said(EventAttributes.INVITE_ONLY, true)),
    LET_EVERYBODY_IN(said(EventAttributes.INVITE_ONLY, false)),
    SHARE(said(EventAttributes.SHAREABLE, true)),
    SHARE_AS_USUAL(cleared(EventAttributes.SHAREABLE)),
    NAME_NO_ORGANIZER(cleared(EventAttributes.ORGANIZER));

    private final Deed deed;

    EventDeed(Deed deed) {
        this.deed = deed;
    }

    @Override
    public Outcome<?> in(Season season) {
        return deed.in(season);
    }

    private static <T> Deed said(Attribute<T> attribute, T value) {
        return season -> season.say(Change.NONE.with(attribute, value));
    }

    private static Deed cleared(Attribute<?> attribute) {
        return season -> season.say(Change.NONE.with(attribute, Field.cleared()));
    }

    /** On two evenings, so far from now. */
    private static Outcome<?> held(Season season, Duration from) {
        Instant first = season.house.clock.instant().plus(from);
        Instant second = first.plus(Duration.ofDays(1));
        Duration evening = Duration.ofHours(3);
        List<Occurrence> evenings =
                List.of(new Occurrence(first, first.plus(evening)), new Occurrence(second, second.plus(evening)));
        return season.house.events.makeSeries(season.house.member, season.atHand(), evenings);
    }
}
