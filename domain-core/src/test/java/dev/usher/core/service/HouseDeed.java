package dev.usher.core.service;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import java.time.Duration;

/** What may happen around the event at hand. */
enum HouseDeed implements Deed {
    BE_PAID_IN_SWITZERLAND(said(Profile.PAYMENT_COUNTRY, "CH")),
    BE_PAID_BY_BANK(said(Profile.PAYMENT_TYPE, "bank")),
    BE_PAID_BY_PAYPAL(said(Profile.PAYMENT_TYPE, "paypal")),
    TELL_PAYPAL_ADDRESS(said(Profile.PAYPAL_EMAIL, "house@example.com")),
    BE_PAID_NOWHERE(cleared(Profile.PAYMENT_COUNTRY)),
    BE_PAID_IN_NO_WAY(cleared(Profile.PAYMENT_TYPE)),
    BUY_LITTLE(said(Profile.PACKAGE, "essentials")),
    BUY_MUCH(said(Profile.PACKAGE, "professional")),
    HAVE_NO_DEFAULT_ORGANIZER(cleared(Profile.DEFAULT_ORGANIZER)),
    HAVE_A_DEFAULT_ORGANIZER(
            season -> season.sayOfHouse(Change.NONE.with(Profile.DEFAULT_ORGANIZER, season.house.organizer))),
    NAME_A_FOREIGN_ORGANIZER(said(Profile.DEFAULT_ORGANIZER, 999_999_999L)),
    A_MONTH_PASSES(season -> {
        season.house.clock.move(Duration.ofDays(30));
        return Outcome.accepted(season);
    }),
    TURN_TO_THE_NEXT_EVENT(season -> {
        season.turnToTheNext();
        return Outcome.accepted(season);
    });

    private final Deed deed;

    HouseDeed(Deed deed) {
        this.deed = deed;
    }

    @Override
    public Outcome<?> in(Season season) {
        return deed.in(season);
    }

    private static <T> Deed said(Attribute<T> attribute, T value) {
        return season -> season.sayOfHouse(Change.NONE.with(attribute, value));
    }

    private static Deed cleared(Attribute<?> attribute) {
        return season -> season.sayOfHouse(Change.NONE.with(attribute, Field.cleared()));
    }
}
