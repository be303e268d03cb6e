package dev.usher.core.store;

import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import java.util.List;
import java.util.Optional;

/** Who is who: the numbers behind the names that came from outside. */
public interface Identities {

    /**
     * Hands out engine-wide numbers that no other transaction, process or node will ever get, once this transaction is
     * committed; numbers of one that is rolled back may be handed out again.
     *
     * @param count how many, at least 1
     * @return the first of {@code count} consecutive numbers, at least 1
     */
    long reserve(int count);

    Optional<Organization> organization(String externalId);

    Optional<Organization> organization(long id);

    /** All organizations, by number. */
    List<Organization> organizations();

    /**
     * Adds an organization.
     *
     * <p>When another transaction added the same name first, the work is run again and will find it.
     */
    void add(Organization organization);

    /**
     * Lets no other transaction pass here for the same organization before this one ends, so that what is true of all its
     * members stays true. Nothing happens where there is no such organization.
     */
    void lock(long organization);

    /** The event an organization knows by this name, compared to the letter. */
    Optional<KnownEvent> event(long organization, String externalId);

    /** The event of this number; empty also when it belongs to another organization. */
    Optional<KnownEvent> event(EventRef ref);

    /** All events of an organization, by number. */
    List<KnownEvent> events(long organization);

    /**
     * Adds an event.
     *
     * <p>When another transaction added the same name first, the work is run again and will find it.
     */
    void add(KnownEvent event);
}
