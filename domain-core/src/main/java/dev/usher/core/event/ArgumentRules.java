package dev.usher.core.event;

import static dev.usher.core.event.EventAttributes.CATEGORY;
import static dev.usher.core.event.EventAttributes.CURRENCY;
import static dev.usher.core.event.EventAttributes.DESCRIPTION;
import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.END_ZONE;
import static dev.usher.core.event.EventAttributes.FORMAT;
import static dev.usher.core.event.EventAttributes.NAME;
import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.REDIRECT_URL;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.START_ZONE;
import static dev.usher.core.event.EventAttributes.SUBCATEGORY;
import static dev.usher.core.event.EventAttributes.SUMMARY;
import static dev.usher.core.event.EventAttributes.VENUE;
import static dev.usher.core.event.EventOperation.ARRANGE;
import static dev.usher.core.event.EventOperation.CANCEL;
import static dev.usher.core.event.EventOperation.COPY;
import static dev.usher.core.event.EventOperation.CREATE;
import static dev.usher.core.event.EventOperation.DELETE;
import static dev.usher.core.event.EventOperation.DRAFT;
import static dev.usher.core.event.EventOperation.PUBLISH;
import static dev.usher.core.event.EventOperation.SCHEDULE;
import static dev.usher.core.event.EventOperation.SETTLE;
import static dev.usher.core.event.EventOperation.UNPUBLISH;
import static dev.usher.core.event.EventOperation.UPDATE;
import static dev.usher.core.event.EventRules.state;
import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Kind;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import java.util.List;

/** Each value by itself: there where it must be, readable, and one that there is. */
final class ArgumentRules {
    /** What an event cannot be made without, and never loses again. */
    private static final List<Attribute<?>> REQUIRED = List.of(NAME, START, START_ZONE, END, END_ZONE, CURRENCY);

    /** Where a request may say a name. */
    private static final List<Attribute<String>> NAMES = List.of(NAME, CopyWish.NAME);

    /** What else a published event never loses. */
    private static final List<Attribute<?>> PUBLIC = List.of(DESCRIPTION);

    static final List<Rule<EventFacts>> ROWS = List.of(
            state("EVT-01", "VERSION_CONFLICT", "", "docs/http.md")
                    .on(UPDATE, ARRANGE, SETTLE, PUBLISH, UNPUBLISH, CANCEL, DELETE, SCHEDULE)
                    .when(
                            facts -> facts.ifVersion().isPresent(),
                            facts -> facts.ifVersion().get() == facts.before().version(),
                            facts -> "the request is about version "
                                    + facts.ifVersion().orElse(0L)
                                    + " of the event, which is at version "
                                    + facts.before().version()
                                    + "; read it again and decide anew"),
            Rule.row("EVT-02", "INVALID", "{}", ARGUMENT, "EB-02.p, EB-04.p, EB-08.p, EB-11.p, EB-34.p")
                    .on(CREATE, DRAFT, UPDATE, ARRANGE, SETTLE, COPY)
                    .each(
                            facts -> facts.change().mentioned(),
                            (facts, attribute) ->
                                    !facts.change().field(attribute).isUnreadable(),
                            ArgumentRules::whyUnreadable),
            Rule.row(
                            "EVT-03",
                            "MISSING",
                            "{}",
                            ARGUMENT,
                            "EB-02.p.event.name.html, EB-02.p.event.start.utc, EB-02.p.event.start.timezone,"
                                    + " EB-02.p.event.end.utc, EB-02.p.event.end.timezone, EB-02.p.event.currency")
                    .on(CREATE)
                    .each(
                            facts -> REQUIRED,
                            (facts, attribute) -> facts.change().mentions(attribute) && !facts.clears(attribute),
                            (facts, attribute) -> attribute + " is missing; expected " + expected(attribute)),
            Rule.row("EVT-04", "MISSING", "{}", ARGUMENT, "EB-02.p, EB-05.r.requirements")
                    .on(UPDATE)
                    .each(
                            facts -> facts.change().mentioned().stream()
                                    .filter(attribute -> isKept(facts, attribute))
                                    .toList(),
                            (facts, attribute) -> !isLost(facts, attribute),
                            (facts, attribute) -> attribute + " cannot be taken away; expected " + expected(attribute)),
            Rule.row("EVT-05", "INVALID", "{}", ARGUMENT, "EB-02.r.name, EB-08.p.name")
                    .on(CREATE, DRAFT, UPDATE, COPY)
                    .each(
                            facts -> NAMES,
                            (facts, name) -> !facts.isSaidBlank(name),
                            (facts, name) -> name + " is " + facts.shown(name)
                                    + ", which shows nothing; expected something to call the event by"),
            state(
                            "EVT-06",
                            "UNSUPPORTED_TIMEZONE",
                            "{}",
                            EventRules.ledger("UNSUPPORTED_TIMEZONE", "EB-02", "EB-04", "EB-08", "EB-36", "EB-39"))
                    .on(CREATE, DRAFT, UPDATE, COPY)
                    .each(
                            facts -> facts.change().mentioned().stream()
                                    .filter(attribute -> attribute.kind() instanceof Kind.Zone)
                                    .toList(),
                            ArgumentRules::isKnownZone,
                            (facts, attribute) -> "there is no time zone " + facts.shown(attribute)
                                    + "; expected one of the tz database, such as Europe/Zurich"),
            Rule.row("EVT-07", "INVALID", CATEGORY.path(), ARGUMENT, "EB-02.p.event.category_id")
                    .on(CREATE, DRAFT, UPDATE)
                    .when(
                            facts -> facts.said(CATEGORY).isPresent(),
                            facts -> facts.said(CATEGORY).flatMap(Category::of).isPresent(),
                            facts -> "there is no category " + facts.shown(CATEGORY)
                                    + "; expected one of the public list, such as 103"),
            Rule.row("EVT-08", "INVALID", SUBCATEGORY.path(), ARGUMENT, "EB-02.p.event.subcategory_id")
                    .on(CREATE, DRAFT, UPDATE)
                    .when(
                            facts -> facts.said(SUBCATEGORY).isPresent(),
                            facts -> facts.said(SUBCATEGORY)
                                    .flatMap(Subcategory::of)
                                    .filter(found -> facts.get(CATEGORY)
                                            .map(category -> category == found.category())
                                            .orElse(true))
                                    .isPresent(),
                            facts -> "there is no subcategory " + facts.shown(SUBCATEGORY)
                                    + facts.get(CATEGORY)
                                            .map(category -> " of category " + category)
                                            .orElse("")
                                    + "; expected one of the public list"),
            Rule.row("EVT-09", "INVALID", FORMAT.path(), ARGUMENT, "EB-02.p.event.format_id")
                    .on(CREATE, DRAFT, UPDATE)
                    .when(
                            facts -> facts.said(FORMAT).isPresent(),
                            facts -> facts.said(FORMAT).flatMap(EventFormat::of).isPresent(),
                            facts -> "there is no format " + facts.shown(FORMAT)
                                    + "; expected one of the public list, such as 1"),
            Rule.row("EVT-10", "INVALID", VENUE.path(), ARGUMENT, "EB-02.p.event.venue_id, decision 3")
                    .on(CREATE, DRAFT, UPDATE)
                    .when(
                            facts -> facts.said(VENUE).isPresent(),
                            facts -> facts.around().venueIsOurs(),
                            facts -> "the organization has no venue " + facts.shown(VENUE)
                                    + "; expected the id of one of its venues"),
            Rule.row("EVT-11", "INVALID", ORGANIZER.path(), ARGUMENT, "EB-02.p.event.organizer_id, decision 3")
                    .on(CREATE, DRAFT, UPDATE)
                    .when(
                            facts -> facts.said(ORGANIZER).isPresent(),
                            facts -> facts.around().organizerIsOurs(),
                            facts -> "the organization has no organizer " + facts.shown(ORGANIZER)
                                    + "; expected the id of one of its organizers"),
            state("EVT-12", "SUMMARY_DESCRIPTION_CONFLICT", SUMMARY.path(), "decision 10")
                    .on(CREATE, DRAFT, UPDATE)
                    .require(
                            facts -> facts.said(SUMMARY).isEmpty()
                                    || facts.said(DESCRIPTION).isEmpty(),
                            facts -> "the request says a summary and a description; expected one of the two"),
            Rule.row("EVT-13", "INVALID", "external_id", ARGUMENT, "decision 1")
                    .on(DRAFT)
                    .require(
                            facts -> !facts.before().externalId().isBlank()
                                    && OutsideText.isName(facts.before().externalId()),
                            facts -> "the external id is '"
                                    + OutsideText.shown(facts.before().externalId())
                                    + "'; expected 1 to " + OutsideText.LONGEST_NAME
                                    + " characters, not all blank, without U+0000 and halves of surrogate pairs"),
            state("EVT-14", "EXTERNAL_ID_TAKEN", "external_id", "decision 1")
                    .on(DRAFT)
                    .require(
                            facts -> facts.around().externalIdIsFree(),
                            facts -> "the organization has an event '"
                                    + OutsideText.shown(facts.before().externalId())
                                    + "' already, or had one that is deleted; expected another external id, or a"
                                    + " change of that event"),
            Rule.row("EVT-15", "INVALID", REDIRECT_URL.path(), ARGUMENT, "EB-34.p.ticket_buyer_settings.redirect_url")
                    .on(CREATE, DRAFT, UPDATE, ARRANGE)
                    .require(
                            facts -> facts.said(REDIRECT_URL).stream().allMatch(WebAddress::isOne),
                            facts -> REDIRECT_URL + " is " + facts.shown(REDIRECT_URL) + "; expected "
                                    + WebAddress.EXPECTED));

    private ArgumentRules() {}

    private static boolean isKept(EventFacts facts, Attribute<?> attribute) {
        return REQUIRED.contains(attribute) || (PUBLIC.contains(attribute) && facts.state() == EventState.PUBLISHED);
    }

    /** Cleared, or of what people read, made blank. */
    private static boolean isLost(EventFacts facts, Attribute<?> attribute) {
        return facts.clears(attribute) || (PUBLIC.contains(attribute) && facts.isSaidBlank(attribute));
    }

    private static boolean isKnownZone(EventFacts facts, Attribute<?> attribute) {
        return facts.said(attribute)
                .map(zone -> Kind.Zone.isKnown(zone.toString()))
                .orElse(true);
    }

    private static String whyUnreadable(EventFacts facts, Attribute<?> attribute) {
        return facts.change().field(attribute) instanceof Field.Unreadable<?> unreadable
                ? attribute + " is " + facts.shown(attribute) + "; " + unreadable.why()
                : "";
    }

    private static String expected(Attribute<?> attribute) {
        if (attribute.kind() instanceof Kind.Moment) {
            return "an instant in UTC, such as 2026-07-04T18:00:00Z";
        }
        if (attribute.kind() instanceof Kind.Zone) {
            return "a time zone, such as Europe/Zurich";
        }
        return attribute.kind() instanceof Kind.CurrencyCode ? "an ISO 4217 code, such as USD" : "a value";
    }
}
