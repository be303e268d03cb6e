package dev.usher.core.event;

import static dev.usher.core.event.EventOperation.CANCEL;
import static dev.usher.core.event.EventOperation.DELETE;
import static dev.usher.core.event.EventOperation.PUBLISH;
import static dev.usher.core.event.EventOperation.UNPUBLISH;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was done with an event, whatever the clock says.
 *
 * <pre>
 *              publish     unpublish   cancel      delete
 * draft        published   -           canceled    deleted
 * published    -           draft       canceled    deleted
 * canceled     -           -           -           deleted
 * deleted      -           -           -           -
 * </pre>
 */
public enum EventState {
    DRAFT(Map.of(PUBLISH, "PUBLISHED", CANCEL, "CANCELED", DELETE, "DELETED")),
    PUBLISHED(Map.of(UNPUBLISH, "DRAFT", CANCEL, "CANCELED", DELETE, "DELETED")),
    CANCELED(Map.of(DELETE, "DELETED")),
    DELETED(Map.of());

    private final Map<EventOperation, String> next;

    EventState(Map<EventOperation, String> next) {
        this.next = next;
    }

    /** Where the event stands. */
    public static EventState of(Event event) {
        return valueOf(event.get(EventAttributes.STATE).orElseThrow().toUpperCase(Locale.ROOT));
    }

    /** Where the operation leads; empty where it is not for an event that stands here. */
    public Optional<EventState> after(EventOperation operation) {
        return Optional.ofNullable(next.get(operation)).map(EventState::valueOf);
    }

    /** As the attribute {@link EventAttributes#STATE} has it: {@code draft}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
