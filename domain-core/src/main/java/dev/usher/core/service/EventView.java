package dev.usher.core.service;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventStatus;

/**
 * An event as somebody may see it now.
 *
 * @param event what is known of it
 * @param status where it stands
 * @param isFree true when no ticket of it costs anything
 * @param capacity how many people it has room for: what was set, or else what its ticket classes add up to
 * @param capacityIsCustom true when the capacity was set
 * @param isOwned true when whoever looks may see its private attributes too
 */
public record EventView(
        Event event, EventStatus status, boolean isFree, long capacity, boolean capacityIsCustom, boolean isOwned) {}
