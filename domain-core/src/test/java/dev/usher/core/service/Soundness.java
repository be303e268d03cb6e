package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.CAPACITY;
import static dev.usher.core.event.EventAttributes.CURRENCY;
import static dev.usher.core.event.EventAttributes.DESCRIPTION;
import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.END_ZONE;
import static dev.usher.core.event.EventAttributes.EXTERNALLY_TICKETED;
import static dev.usher.core.event.EventAttributes.INVITE_ONLY;
import static dev.usher.core.event.EventAttributes.LISTED;
import static dev.usher.core.event.EventAttributes.NAME;
import static dev.usher.core.event.EventAttributes.ONLINE;
import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.PASSWORD;
import static dev.usher.core.event.EventAttributes.PUBLISHED_AT;
import static dev.usher.core.event.EventAttributes.RESERVED_SEATING;
import static dev.usher.core.event.EventAttributes.SHAREABLE;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.START_ZONE;
import static dev.usher.core.event.EventAttributes.STATE;
import static dev.usher.core.event.EventAttributes.VENUE;
import static dev.usher.core.ticketing.TicketClassAttributes.COST;
import static dev.usher.core.ticketing.TicketClassAttributes.DETAILS;
import static dev.usher.core.ticketing.TicketClassAttributes.DONATION;
import static dev.usher.core.ticketing.TicketClassAttributes.FREE;
import static dev.usher.core.ticketing.TicketClassAttributes.PARENT;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.Event;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is true of all events at any time, whatever was done with them.
 *
 * @param content all there is
 * @param now when it is looked at
 */
record Soundness(StoreContent content, Instant now) {

    void require() {
        content.events().stream().filter(event -> !isIn(event, "deleted")).forEach(event -> {
            requireOneOfTwo(event);
            requireClasses(event);
            if (isIn(event, "published")) {
                requirePublished(event);
            } else {
                assertThat(isIn(event, "draft") && event.get(PUBLISHED_AT).isPresent())
                        .as("a draft with a time of publishing: %s", event)
                        .isFalse();
            }
            if (event.isSeriesParent()) {
                requireSpan(event);
                content.occurrencesOf(event).stream()
                        .filter(this::isComing)
                        .forEach(occurrence -> requireFollowing(event, occurrence));
            }
        });
    }

    /** A series lasts from the start of its first occurrence to the end of its last, as far as it has any. */
    private void requireSpan(Event series) {
        List<Event> occurrences = content.occurrencesOf(series).stream()
                .filter(occurrence -> !isIn(occurrence, "deleted"))
                .toList();
        if (!occurrences.isEmpty()) {
            assertThat(series.get(START))
                    .isEqualTo(occurrences.stream()
                            .map(each -> each.get(START).orElseThrow())
                            .min(Instant::compareTo));
            assertThat(series.get(END))
                    .isEqualTo(occurrences.stream()
                            .map(each -> each.get(END).orElseThrow())
                            .max(Instant::compareTo));
        }
    }

    private static void requireOneOfTwo(Event event) {
        assertThat(event.is(LISTED) && event.is(INVITE_ONLY))
                .as("listed, and for invited people only: %s", event)
                .isFalse();
        assertThat(event.is(LISTED) && event.get(PASSWORD).isPresent())
                .as("listed, and with a password: %s", event)
                .isFalse();
        assertThat(event.is(SHAREABLE) && event.is(INVITE_ONLY))
                .as("shareable, and for invited people only: %s", event)
                .isFalse();
        assertThat(event.is(ONLINE) && event.get(VENUE).isPresent())
                .as("online, and at a venue: %s", event)
                .isFalse();
        assertThat(event.is(RESERVED_SEATING) && event.is(EXTERNALLY_TICKETED))
                .as("with reserved seats, and ticketed elsewhere: %s", event)
                .isFalse();
    }

    private void requireClasses(Event event) {
        CountedClasses counted = new CountedClasses(content.classesOf(event));
        assertThat(counted.hasCircle())
                .as("a class waits for itself: %s", counted)
                .isFalse();
        assertThat(counted.waitsForItsOwnOnly())
                .as("a class waits for one that is gone: %s", counted)
                .isTrue();
        if (event.is(RESERVED_SEATING)) {
            event.get(CAPACITY)
                    .ifPresent(seats -> assertThat(counted.tickets())
                            .as("tickets for the seats of %s", event)
                            .isLessThanOrEqualTo(seats));
        }
        if (event.is(EXTERNALLY_TICKETED)) {
            assertThat(counted.classes())
                    .as("what an event sells that is ticketed elsewhere")
                    .isEmpty();
        }
    }

    private void requirePublished(Event event) {
        for (Attribute<?> needed :
                List.of(NAME, DESCRIPTION, ORGANIZER, START, END, START_ZONE, CURRENCY, PUBLISHED_AT)) {
            assertThat(event.get(needed)).as("%s of %s", needed, event).isPresent();
        }
        assertThat(event.get(START_ZONE)).as("the zone of %s", event).isEqualTo(event.get(END_ZONE));
        assertThat(event.get(END).orElseThrow())
                .as("the end of %s", event)
                .isAfterOrEqualTo(event.get(START).orElseThrow());
        List<TicketClass> classes = content.classesOf(event);
        assertThat(classes.isEmpty()).as("sells nothing: %s", event).isEqualTo(event.is(EXTERNALLY_TICKETED));
        assertThat(classes)
                .as("classes of %s", event)
                .allMatch(Soundness::isComplete)
                .allMatch(each -> each.get(COST)
                        .map(cost -> cost.currency().equals(event.get(CURRENCY).orElseThrow()))
                        .orElse(true));
    }

    private static boolean isComplete(TicketClass each) {
        return each.get(TicketClassAttributes.NAME)
                        .filter(name -> !name.isBlank())
                        .isPresent()
                && (each.is(DONATION) || each.get(QUANTITY_TOTAL).isPresent())
                && (each.is(DONATION) || each.is(FREE) || each.get(COST).isPresent());
    }

    /** An occurrence sells what its series says, though none of it waits for anything. */
    private void requireFollowing(Event series, Event occurrence) {
        Map<Optional<Long>, TicketClass> followers = content.classesOf(occurrence).stream()
                .collect(Collectors.toMap(each -> each.get(PARENT), each -> each));
        List<TicketClass> originals = content.classesOf(series);
        assertThat(followers).as("classes of %s", occurrence).hasSameSizeAs(originals);
        for (TicketClass original : originals) {
            TicketClass follower = followers.get(Optional.of(original.id()));
            assertThat(follower).as("who follows %s", original).isNotNull();
            for (Attribute<?> attribute : DETAILS) {
                if (attribute != SALES_START_AFTER) {
                    assertThat(follower.attributes().said(attribute))
                            .as("%s of %s", attribute, follower)
                            .isEqualTo(original.attributes().said(attribute));
                }
            }
        }
    }

    /** True until the event is called off or over; one that is over may be told another date while it is a draft. */
    private boolean isComing(Event event) {
        return (isIn(event, "draft") || isIn(event, "published"))
                && event.get(END).filter(end -> end.isAfter(now)).isPresent();
    }

    private static boolean isIn(Event event, String state) {
        return event.get(STATE).filter(state::equals).isPresent();
    }
}
