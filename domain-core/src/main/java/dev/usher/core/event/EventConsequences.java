package dev.usher.core.event;

import static dev.usher.core.event.EventAttributes.CATEGORY;
import static dev.usher.core.event.EventAttributes.INVITE_ONLY;
import static dev.usher.core.event.EventAttributes.LISTED;
import static dev.usher.core.event.EventAttributes.ONLINE;
import static dev.usher.core.event.EventAttributes.PASSWORD;
import static dev.usher.core.event.EventAttributes.SUBCATEGORY;
import static dev.usher.core.event.EventAttributes.VENUE;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;

/** What follows from what a request says of an event, where it leaves the rest open. */
public final class EventConsequences {
    private EventConsequences() {}

    /** What is known of the event when the request is done, whether a rule forbids it or not. */
    public static Attributes of(Change change, Attributes before) {
        Attributes after = change.appliedTo(before);
        boolean keepsOut = change.field(INVITE_ONLY).isSaid(invited -> invited)
                || change.field(PASSWORD).said().isPresent();
        if (keepsOut && !change.mentions(LISTED)) {
            after = after.with(LISTED, false);
        }
        if (change.field(VENUE).said().isPresent() && !change.mentions(ONLINE)) {
            after = after.without(ONLINE);
        }
        if (change.field(ONLINE).isSaid(online -> online) && !change.mentions(VENUE)) {
            after = after.without(VENUE);
        }
        return change.mentions(CATEGORY) && !change.mentions(SUBCATEGORY) ? withFittingSubcategory(after) : after;
    }

    private static Attributes withFittingSubcategory(Attributes after) {
        boolean fits = after.get(SUBCATEGORY)
                .flatMap(Subcategory::of)
                .map(Subcategory::category)
                .equals(after.get(CATEGORY));
        return fits ? after : after.without(SUBCATEGORY);
    }
}
