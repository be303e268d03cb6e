package dev.usher.core.ticketing;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.EventRef;
import java.util.Optional;

/**
 * A type of ticket of one event: free, paid, or a donation.
 *
 * @param event the event it lets in to
 * @param id engine-wide number
 * @param version raised by every change
 * @param attributes what is known of it, see {@link TicketClassAttributes}
 */
public record TicketClass(EventRef event, long id, long version, Attributes attributes) {

    /** What is known of one attribute, its initial value included. */
    public <T> Optional<T> get(Attribute<T> attribute) {
        return attributes.get(attribute);
    }

    /** True when a flag is set. */
    public boolean is(Attribute<Boolean> flag) {
        return attributes.is(flag);
    }

    /** True when it is neither free nor a donation. */
    public boolean isPaid() {
        return !is(TicketClassAttributes.FREE) && !is(TicketClassAttributes.DONATION);
    }

    /** The same class with other attributes. */
    public TicketClass with(Attributes changed) {
        return new TicketClass(event, id, version, changed);
    }

    /** The same class with another value. */
    public <T> TicketClass with(Attribute<T> attribute, T value) {
        return with(attributes.with(attribute, value));
    }
}
