package dev.usher.core.event;

import static dev.usher.core.event.EventAttributes.EXTERNALLY_TICKETED;
import static dev.usher.core.event.EventAttributes.INVITE_ONLY;
import static dev.usher.core.event.EventAttributes.LISTED;
import static dev.usher.core.event.EventAttributes.ONLINE;
import static dev.usher.core.event.EventAttributes.PASSWORD;
import static dev.usher.core.event.EventAttributes.RESERVED_SEATING;
import static dev.usher.core.event.EventAttributes.SHAREABLE;
import static dev.usher.core.event.EventAttributes.VENUE;
import static dev.usher.core.event.EventOperation.CREATE;
import static dev.usher.core.event.EventOperation.DRAFT;
import static dev.usher.core.event.EventOperation.UPDATE;
import static dev.usher.core.event.EventRules.ledger;
import static dev.usher.core.event.EventRules.state;
import static dev.usher.core.event.EventRules.whenSaid;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.rule.Rule;
import java.util.List;

/** Who may see an event, where it takes place and how its tickets are kept: what cannot be said in one breath. */
final class ShowingRules {
    static final List<Rule<EventFacts>> ROWS = List.of(
            state("EVT-30", "INVITE_CONFLICT", INVITE_ONLY.path(), whenSaid("INVITE_CONFLICT") + ", decision 6")
                    .on(CREATE, DRAFT, UPDATE)
                    .require(
                            facts -> !facts.sets(LISTED) || !facts.sets(INVITE_ONLY),
                            facts -> "the event is said to be listed and for invited people only;"
                                    + " expected one of the two"),
            state("EVT-31", "PASSWORD_CONFLICT", PASSWORD.path(), whenSaid("PASSWORD_CONFLICT") + ", decision 6")
                    .on(CREATE, DRAFT, UPDATE)
                    .require(
                            facts -> !facts.sets(LISTED) || facts.said(PASSWORD).isEmpty(),
                            facts -> "the event is said to be listed and to have a password; expected one of the two"),
            state(
                            "EVT-32",
                            "SHARE_INVITE_CONFLICT",
                            SHAREABLE.path(),
                            whenSaid("SHARE_INVITE_CONFLICT") + ", decision 6")
                    .on(CREATE, DRAFT, UPDATE)
                    .require(
                            facts -> !facts.sets(SHAREABLE) || !facts.sets(INVITE_ONLY),
                            facts -> "the event is said to be shareable and for invited people only;"
                                    + " expected one of the two"),
            state("EVT-33", "VENUE_AND_ONLINE", ONLINE.path(), whenSaid("VENUE_AND_ONLINE"))
                    .on(CREATE, DRAFT, UPDATE)
                    .require(
                            facts -> facts.said(VENUE).isEmpty() || !facts.sets(ONLINE),
                            facts -> "the event is said to be online and at venue " + facts.shown(VENUE)
                                    + "; expected one of the two"),
            state("EVT-34", "NO_VENUE", VENUE.path(), whenSaid("NO_VENUE") + ", decision 8")
                    .on(CREATE, DRAFT, UPDATE)
                    .require(
                            facts -> !facts.clears(VENUE)
                                    || !facts.change().field(ONLINE).isSaid(online -> !online),
                            facts -> "the event is said to be neither online nor at a venue; expected a venue, online,"
                                    + " or nothing said of both where that is still open"),
            state(
                            "EVT-35",
                            "INVENTORY_TYPE_CONFLICT",
                            RESERVED_SEATING.path(),
                            whenSaid("INVENTORY_TYPE_CONFLICT") + ", decision 10")
                    .on(CREATE, DRAFT, UPDATE)
                    .when(
                            facts -> facts.sets(RESERVED_SEATING) || facts.sets(EXTERNALLY_TICKETED),
                            facts -> !facts.after().is(RESERVED_SEATING)
                                    || !facts.after().is(EXTERNALLY_TICKETED),
                            facts -> "the event would have reserved seats and be ticketed elsewhere;"
                                    + " expected one of the two"),
            onceSold("EVT-36", "CANNOT_UPDATE_EXTERNALLY_TICKETED", EXTERNALLY_TICKETED, "be ticketed elsewhere"),
            onceSold("EVT-37", "CANNOT_UPDATE_RESERVED_SEATING", RESERVED_SEATING, "have reserved seats"),
            state("EVT-38", "CANNOT_UPDATE_EXTERNALLY_TICKETED", EXTERNALLY_TICKETED.path(), "decision 10")
                    .on(UPDATE)
                    .when(
                            facts -> facts.state() == EventState.PUBLISHED && facts.changes(EXTERNALLY_TICKETED),
                            facts -> facts.after().is(EXTERNALLY_TICKETED),
                            facts -> "the event is published and ticketed elsewhere, so here it would sell nothing;"
                                    + " unpublish it first"));

    private ShowingRules() {}

    private static Rule<EventFacts> onceSold(String id, String code, Attribute<Boolean> form, String what) {
        return state(id, code, form.path(), ledger(code, "EB-04") + ", decision 10")
                .on(UPDATE)
                .when(
                        facts -> facts.sets(form) && facts.changes(form),
                        facts -> facts.around().tickets().isEmpty(),
                        facts -> "the event has " + facts.around().tickets().size()
                                + " ticket classes, so it cannot " + what + " any more; expected that before the first"
                                + " ticket class");
    }
}
