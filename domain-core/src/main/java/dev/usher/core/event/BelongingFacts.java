package dev.usher.core.event;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import java.util.Optional;

/**
 * All that a rule about a venue or an organizer looks at.
 *
 * @param change what the request says
 * @param proposed what would be known of it
 * @param version its version now; 0 while it is being made
 * @param ifVersion the version that the request is about, where it says one
 */
public record BelongingFacts(Change change, Attributes proposed, long version, Optional<Long> ifVersion) {

    /** What it would have, where the request does not say it in a way that is not understood. */
    <T> Optional<T> get(Attribute<T> attribute) {
        return change.field(attribute).isUnreadable() ? Optional.empty() : proposed.get(attribute);
    }
}
