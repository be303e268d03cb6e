package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Admission;
import dev.usher.core.access.AdmissionRules;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.OrganizerFacts;
import dev.usher.core.event.OrganizerRules;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Outcome;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.Optional;

/** Who gives an organization's events, as the posters say. */
public final class Organizers {
    private final Store store;
    private final Numbers numbers;

    Organizers(Store store, Numbers numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /** Adds one to an organization; members only. */
    public Outcome<Organizer> create(Actor actor, long organization, Change change) {
        return EventAdmission.organization(actor, organization, Role.MEMBER, change)
                .then(allowed -> {
                    Attributes proposed = change.appliedTo(Attributes.NONE);
                    return OrganizerRules.BOOK.judge(
                            new OrganizerFacts(change, proposed, 0, Optional.empty()), proposed);
                })
                .then(good -> {
                    Organizer added = new Organizer(organization, numbers.next(), 1, good);
                    return store.write(transaction -> {
                        transaction.organizers().add(added);
                        return Outcome.accepted(added);
                    });
                });
    }

    /**
     * Changes one; members only.
     *
     * @param ifVersion refuses when it has another version by now
     */
    public Outcome<Organizer> update(Actor actor, long id, Change change, Optional<Long> ifVersion) {
        return store.write(transaction -> updated(transaction, actor, id, change, ifVersion));
    }

    /** One of the actor's organizations. */
    public Outcome<Organizer> find(Actor actor, long id) {
        return store.read(transaction -> admitted(transaction, actor, id, Role.VIEWER));
    }

    /** That of an event which whoever asks was shown. */
    public Optional<Organizer> of(Event event) {
        return event.get(EventAttributes.ORGANIZER)
                .flatMap(
                        id -> store.read(transaction -> transaction.organizers().find(id)))
                .filter(found -> found.organization() == event.ref().organization());
    }

    /** A page of an organization's, by number; viewers of it only. */
    public Outcome<Page<Organizer>> list(Actor actor, long organization, PageRequest page) {
        return EventAdmission.organization(actor, organization, Role.VIEWER, page)
                .then(allowed -> Outcome.accepted(
                        store.read(transaction -> transaction.organizers().of(organization, page))));
    }

    private static Outcome<Organizer> updated(
            Transaction transaction, Actor actor, long id, Change change, Optional<Long> ifVersion) {
        return admitted(transaction, actor, id, Role.MEMBER).then(current -> {
            Attributes proposed = change.appliedTo(current.attributes());
            OrganizerFacts facts = new OrganizerFacts(change, proposed, current.version(), ifVersion);
            return OrganizerRules.BOOK.judge(facts, proposed).then(good -> {
                boolean replaced = transaction.organizers().replace(changed(current, current.version(), good));
                // Somebody may have been quicker: then what there is now is judged.
                return replaced
                        ? Outcome.accepted(changed(current, current.version() + 1, good))
                        : updated(transaction, actor, id, change, ifVersion);
            });
        });
    }

    private static Organizer changed(Organizer organizer, long version, Attributes attributes) {
        return new Organizer(organizer.organization(), organizer.id(), version, attributes);
    }

    private static Outcome<Organizer> admitted(Transaction transaction, Actor actor, long id, Role needed) {
        Optional<Organizer> found = transaction.organizers().find(id);
        Optional<Role> role = found.flatMap(organizer -> actor.in(organizer.organization()));
        Admission admission = new Admission("organizer " + id, found.isPresent(), false, role, needed);
        return AdmissionRules.BOOK.judge(admission, found).then(there -> Outcome.accepted(there.orElseThrow()));
    }
}
