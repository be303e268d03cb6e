package dev.usher.core.event;

import static dev.usher.core.event.EventAttributes.CATEGORY;
import static dev.usher.core.event.EventAttributes.INVITE_ONLY;
import static dev.usher.core.event.EventAttributes.LISTED;
import static dev.usher.core.event.EventAttributes.ONLINE;
import static dev.usher.core.event.EventAttributes.PASSWORD;
import static dev.usher.core.event.EventAttributes.SHAREABLE;
import static dev.usher.core.event.EventAttributes.SUBCATEGORY;
import static dev.usher.core.event.EventAttributes.VENUE;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;

/** What follows from what a request says of an event, where it leaves the rest open. */
public final class EventConsequences {
    private EventConsequences() {}

    /** What is known of the event when the request is done, whether a rule forbids it or not. */
    public static Attributes of(Change change, Attributes before) {
        Attributes after = withFittingGuests(change, change.appliedTo(before));
        if (change.field(VENUE).said().isPresent() && !change.mentions(ONLINE)) {
            after = after.without(ONLINE);
        }
        if (change.field(ONLINE).isSaid(online -> online) && !change.mentions(VENUE)) {
            after = after.without(VENUE);
        }
        return change.mentions(CATEGORY) && !change.mentions(SUBCATEGORY) ? withFittingSubcategory(after) : after;
    }

    /** A listed event keeps nobody out, and one for invited people is not passed on; what is said last wins. */
    private static Attributes withFittingGuests(Change change, Attributes said) {
        Attributes after = said;
        boolean invites = change.field(INVITE_ONLY).isSaid(invited -> invited);
        boolean keepsOut = invites || change.field(PASSWORD).said().isPresent();
        if (keepsOut && change.field(LISTED).said().isEmpty()) {
            after = after.with(LISTED, false);
        }
        if (invites && change.field(SHAREABLE).said().isEmpty()) {
            after = after.with(SHAREABLE, false);
        }
        if (change.mentions(LISTED) && after.is(LISTED)) {
            after = change.mentions(PASSWORD) ? after : after.without(PASSWORD);
            after = change.mentions(INVITE_ONLY) ? after : after.without(INVITE_ONLY);
        }
        return change.mentions(SHAREABLE) && after.is(SHAREABLE) && !change.mentions(INVITE_ONLY)
                ? after.without(INVITE_ONLY)
                : after;
    }

    private static Attributes withFittingSubcategory(Attributes after) {
        boolean fits = after.get(SUBCATEGORY)
                .flatMap(Subcategory::of)
                .map(Subcategory::category)
                .equals(after.get(CATEGORY));
        return fits ? after : after.without(SUBCATEGORY);
    }
}
