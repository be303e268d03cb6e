package dev.usher.core.access;

import dev.usher.core.attribute.Change;
import dev.usher.core.rule.OperationFacts;
import java.util.Optional;

/**
 * What the rules of profiles look at.
 *
 * @param operation what shall be done
 * @param actor who asks
 * @param organization number of the organization whose profile it is
 * @param isKnown whether there is such an organization
 * @param change what shall be different; nothing where it is only looked at
 * @param version the version the store has
 * @param expectedVersion the version that the actor has seen; empty when nothing is said
 * @param hasOrganizer whether the default organizer of the change is one of the organization
 */
public record ProfileFacts(
        ProfileAct operation,
        Actor actor,
        long organization,
        boolean isKnown,
        Change change,
        long version,
        Optional<Long> expectedVersion,
        boolean hasOrganizer)
        implements OperationFacts {

    /** Facts before the profile is looked at. */
    public static ProfileFacts of(ProfileAct operation, Actor actor, long organization, boolean isKnown) {
        return new ProfileFacts(operation, actor, organization, isKnown, Change.NONE, 0, Optional.empty(), true);
    }

    /** The same about a change of the store's version. */
    public ProfileFacts changing(Change wanted, long before, Optional<Long> expected, boolean organizerIsOurs) {
        return new ProfileFacts(operation, actor, organization, isKnown, wanted, before, expected, organizerIsOurs);
    }

    boolean isInside() {
        return isKnown && actor.in(organization).isPresent();
    }

    /** True when the actor may do it: every member may read, owners may change. */
    boolean isAllowed() {
        return isInside() && actor.may(operation == ProfileAct.READ ? Role.VIEWER : Role.OWNER, organization);
    }
}
