package dev.usher.core.access;

import dev.usher.core.statistics.NameKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A house that owns events; nobody sees into another's.
 *
 * @param id engine-wide number
 * @param externalId the name it goes by, any text, unique in the store
 * @param nameKey the secret under which this organization's ticket and device names are hashed
 * @param createdAt when it was made, to the microsecond; empty where nobody kept that
 */
public record Organization(long id, String externalId, NameKey nameKey, Optional<Instant> createdAt) {

    /** The name of the organization that everything belongs to when none is named. */
    public static final String DEFAULT = "default";

    /** One of which nobody kept when it was made. */
    public Organization(long id, String externalId, NameKey nameKey) {
        this(id, externalId, nameKey, Optional.empty());
    }
}
