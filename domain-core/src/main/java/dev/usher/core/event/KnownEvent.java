package dev.usher.core.event;

/**
 * An event as the outside names it.
 *
 * @param ref where it lives
 * @param externalId the name its organization gave it, any text, unique within the organization
 */
public record KnownEvent(EventRef ref, String externalId) {}
