package dev.usher.core.access;

import dev.usher.core.statistics.NameKey;

/**
 * A house that owns events; nobody sees into another's.
 *
 * @param id engine-wide number
 * @param externalId the name it goes by, any text, unique in the store
 * @param nameKey the secret under which this organization's ticket and device names are hashed
 */
public record Organization(long id, String externalId, NameKey nameKey) {

    /** The name of the organization that everything belongs to when none is named. */
    public static final String DEFAULT = "default";
}
