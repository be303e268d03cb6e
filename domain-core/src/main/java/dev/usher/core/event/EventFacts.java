package dev.usher.core.event;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.attribute.Markup;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OperationFacts;
import dev.usher.core.rule.OutsideText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a rule about an event looks at.
 *
 * @param operation what is being done
 * @param before the event as it stands; without attributes while it is being made, the source where it is copied
 * @param change what the request says, see {@link CopyWish#said()} for a copy
 * @param after what would be known of it
 * @param occurrences when a series shall take place
 * @param ifVersion the version that the request is about, where it says one
 * @param now when it is done
 * @param around what else the rules must know
 */
public record EventFacts(
        EventOperation operation,
        Event before,
        Change change,
        Attributes after,
        List<Occurrence> occurrences,
        Optional<Long> ifVersion,
        Instant now,
        EventSurroundings around)
        implements OperationFacts {

    public EventFacts {
        occurrences = List.copyOf(occurrences);
    }

    /** What the request says and everybody understands. */
    <T> Optional<T> said(Attribute<T> attribute) {
        return change.field(attribute).said();
    }

    /** True when the request sets the flag. */
    boolean sets(Attribute<Boolean> flag) {
        return change.field(flag).isSaid(value -> value);
    }

    /** True when the request takes the value away. */
    boolean clears(Attribute<?> attribute) {
        return change.field(attribute) instanceof Field.Cleared<?>;
    }

    /** True when the request says a text that shows nothing. */
    boolean isSaidBlank(Attribute<?> attribute) {
        return said(attribute)
                .filter(value -> value instanceof String text && Markup.isBlank(text))
                .isPresent();
    }

    /** True when the request gives it another value, or takes its value away. */
    boolean changes(Attribute<?> attribute) {
        return change.mentions(attribute)
                && !change.field(attribute).isUnreadable()
                && !Objects.equals(before.get(attribute), after.get(attribute));
    }

    /** What it would have; empty where that is blank. */
    <T> Optional<T> get(Attribute<T> attribute) {
        return after.get(attribute).filter(value -> !(value instanceof String text && Markup.isBlank(text)));
    }

    EventState state() {
        return EventState.of(before);
    }

    /** Where it stands now, before anything is done. */
    EventStatus status() {
        return before.status(now, around.isFree());
    }

    /** True when it is published and over. */
    boolean isOver() {
        return status() == EventStatus.ENDED || status() == EventStatus.COMPLETED;
    }

    /** What is said of an attribute, fit for a message. */
    String shown(Attribute<?> attribute) {
        Field<?> field = change.field(attribute);
        String text = field instanceof Field.Unreadable<?> unreadable ? unreadable.text() : written(attribute);
        return "'" + OutsideText.shown(text) + "'";
    }

    private <T> String written(Attribute<T> attribute) {
        Optional<T> value = change.field(attribute).said().or(() -> after.get(attribute));
        return value.map(attribute.kind()::write).orElse("");
    }
}
