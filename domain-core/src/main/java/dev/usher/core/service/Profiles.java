package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Profile;
import dev.usher.core.access.ProfileAct;
import dev.usher.core.access.ProfileFacts;
import dev.usher.core.access.ProfileRules;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Outcome;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.Optional;

/** How organizations do business: their name, what they have bought, how they are paid, what they charge. */
public final class Profiles {
    private final Store store;
    private final Organizations organizations;

    Profiles(Store store, Organizations organizations) {
        this.store = store;
        this.organizations = organizations;
    }

    /** An organization's profile; for its members. */
    public Outcome<Profile> read(Actor actor, long organization) {
        return asked(ProfileAct.READ, actor, organization)
                .then(asked -> Outcome.accepted(
                        store.read(transaction -> transaction.profiles().of(organization))));
    }

    /**
     * Changes an organization's profile; owners only.
     *
     * @param ifVersion the version the actor has seen; empty to change whatever there is
     */
    public Outcome<Profile> change(Actor actor, long organization, Change change, Optional<Long> ifVersion) {
        return asked(ProfileAct.CHANGE, actor, organization)
                .then(asked -> store.write(transaction -> changed(transaction, asked, change, ifVersion)));
    }

    private static Outcome<Profile> changed(
            Transaction transaction, ProfileFacts asked, Change change, Optional<Long> ifVersion) {
        long organization = asked.organization();
        transaction.identities().lock(organization);
        Profile before = transaction.profiles().of(organization);
        boolean hasOrganizer = change.field(Profile.DEFAULT_ORGANIZER)
                .said()
                .map(id -> transaction.organizers().isOf(organization, id))
                .orElse(true);
        Profile after = new Profile(
                organization, before.version(), change.among(Profile.ATTRIBUTES).appliedTo(before.attributes()));
        return ProfileRules.BOOK
                .judge(asked.changing(change, before.version(), ifVersion, hasOrganizer), after)
                .then(good -> {
                    if (!transaction.profiles().replace(good)) {
                        throw new IllegalStateException("a locked profile was changed by somebody else");
                    }
                    return Outcome.accepted(new Profile(organization, before.version() + 1, good.attributes()));
                });
    }

    /** What is known before the profile is looked at, when the actor may do this at all. */
    private Outcome<ProfileFacts> asked(ProfileAct act, Actor actor, long organization) {
        ProfileFacts facts = ProfileFacts.of(
                act, actor, organization, organizations.find(organization).isPresent());
        return ProfileRules.BOOK.judge(facts, facts);
    }
}
