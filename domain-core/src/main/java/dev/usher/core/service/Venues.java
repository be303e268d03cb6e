package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Admission;
import dev.usher.core.access.AdmissionRules;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Venue;
import dev.usher.core.event.VenueFacts;
import dev.usher.core.event.VenueRules;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Outcome;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.Optional;

/** Where an organization's events take place. */
public final class Venues {
    private final Store store;
    private final Numbers numbers;

    Venues(Store store, Numbers numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /** Adds one to an organization; members only. */
    public Outcome<Venue> create(Actor actor, long organization, Change change) {
        return EventAdmission.organization(actor, organization, Role.MEMBER, change)
                .then(allowed -> {
                    Attributes proposed = change.appliedTo(Attributes.NONE);
                    return VenueRules.BOOK.judge(new VenueFacts(change, proposed, 0, Optional.empty()), proposed);
                })
                .then(good -> {
                    Venue added = new Venue(organization, numbers.next(), 1, good);
                    return store.write(transaction -> {
                        transaction.venues().add(added);
                        return Outcome.accepted(added);
                    });
                });
    }

    /**
     * Changes one; members only.
     *
     * @param ifVersion refuses when it has another version by now
     */
    public Outcome<Venue> update(Actor actor, long id, Change change, Optional<Long> ifVersion) {
        return store.write(transaction -> updated(transaction, actor, id, change, ifVersion));
    }

    /** One of the actor's organizations. */
    public Outcome<Venue> find(Actor actor, long id) {
        return store.read(transaction -> admitted(transaction, actor, id, Role.VIEWER));
    }

    /** That of an event which whoever asks was shown. */
    public Optional<Venue> of(Event event) {
        return event.get(EventAttributes.VENUE)
                .flatMap(id -> store.read(transaction -> transaction.venues().find(id)))
                .filter(found -> found.organization() == event.ref().organization());
    }

    /** A page of an organization's, by number; viewers of it only. */
    public Outcome<Page<Venue>> list(Actor actor, long organization, PageRequest page) {
        return EventAdmission.organization(actor, organization, Role.VIEWER, page)
                .then(allowed -> Outcome.accepted(
                        store.read(transaction -> transaction.venues().of(organization, page))));
    }

    private static Outcome<Venue> updated(
            Transaction transaction, Actor actor, long id, Change change, Optional<Long> ifVersion) {
        return admitted(transaction, actor, id, Role.MEMBER).then(current -> {
            Attributes proposed = change.appliedTo(current.attributes());
            VenueFacts facts = new VenueFacts(change, proposed, current.version(), ifVersion);
            return VenueRules.BOOK.judge(facts, proposed).then(good -> {
                boolean replaced = transaction.venues().replace(changed(current, current.version(), good));
                // Somebody may have been quicker: then what there is now is judged.
                return replaced
                        ? Outcome.accepted(changed(current, current.version() + 1, good))
                        : updated(transaction, actor, id, change, ifVersion);
            });
        });
    }

    private static Venue changed(Venue venue, long version, Attributes attributes) {
        return new Venue(venue.organization(), venue.id(), version, attributes);
    }

    private static Outcome<Venue> admitted(Transaction transaction, Actor actor, long id, Role needed) {
        Optional<Venue> found = transaction.venues().find(id);
        Optional<Role> role = found.flatMap(venue -> actor.in(venue.organization()));
        Admission admission = new Admission("venue " + id, found.isPresent(), false, role, needed);
        return AdmissionRules.BOOK.judge(admission, found).then(there -> Outcome.accepted(there.orElseThrow()));
    }
}
