package dev.usher.core.event;

import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.LISTED;
import static dev.usher.core.event.EventAttributes.NAME;
import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.PAID_OUT;
import static dev.usher.core.event.EventAttributes.SERIES;
import static dev.usher.core.event.EventAttributes.SERIES_PARENT;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.STATE;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Markup;
import java.time.Instant;
import java.util.Optional;

/**
 * Something people hold tickets for.
 *
 * <p>An event that is known only from its ticket operations is a draft that is called by its external id.
 *
 * @param ref where it lives
 * @param externalId the name its organization knows it by; its number, for an event that came without one
 * @param version raised by every change of the event or of what belongs to it, so that no update is lost
 * @param attributes what is known of it, see {@link EventAttributes}
 */
public record Event(EventRef ref, String externalId, long version, Attributes attributes) {

    /** What is known of one attribute, its initial value included. */
    public <T> Optional<T> get(Attribute<T> attribute) {
        return attributes.get(attribute);
    }

    /** True when a flag is set. */
    public boolean is(Attribute<Boolean> flag) {
        return attributes.is(flag);
    }

    /** Its name as its organizer wrote it, with mark-up; the external id where it has none. */
    public String name() {
        return get(NAME).orElse(externalId);
    }

    /** Its name as people see it, without mark-up. */
    public String seenName() {
        return get(NAME).map(Markup::seen).orElse(externalId);
    }

    /**
     * Where it stands at an instant.
     *
     * @param isFree true when no ticket of it costs anything
     */
    public EventStatus status(Instant now, boolean isFree) {
        return switch (get(STATE).orElseThrow()) {
            case "published" -> published(now, isFree);
            case "canceled" -> EventStatus.CANCELED;
            case "deleted" -> EventStatus.DELETED;
            default -> EventStatus.DRAFT;
        };
    }

    private EventStatus published(Instant now, boolean isFree) {
        if (hasEnded(now)) {
            return isFree || is(PAID_OUT) ? EventStatus.COMPLETED : EventStatus.ENDED;
        }
        return get(START).filter(start -> !now.isBefore(start)).isPresent() ? EventStatus.STARTED : EventStatus.LIVE;
    }

    /** True from the instant of its end on; without an end it never has. */
    public boolean hasEnded(Instant now) {
        return get(END).filter(end -> !now.isBefore(end)).isPresent();
    }

    /** True when everybody may see it: published and listed (decision 4). */
    public boolean isPublic() {
        return EventState.of(this) == EventState.PUBLISHED && is(LISTED);
    }

    /** The organizer it is counted for: that of an event which everybody may see; none of a series, whose occurrences are. */
    public Optional<Long> giver() {
        return isPublic() && !isSeriesParent() ? get(ORGANIZER) : Optional.empty();
    }

    /** True when it stands for a whole series, whose occurrences are events of their own. */
    public boolean isSeriesParent() {
        return is(SERIES_PARENT);
    }

    /** The number of the series it is an occurrence of. */
    public Optional<Long> series() {
        return get(SERIES);
    }

    /** The same event with other attributes. */
    public Event with(Attributes changed) {
        return new Event(ref, externalId, version, changed);
    }

    /** The same event with another value. */
    public <T> Event with(Attribute<T> attribute, T value) {
        return with(attributes.with(attribute, value));
    }
}
