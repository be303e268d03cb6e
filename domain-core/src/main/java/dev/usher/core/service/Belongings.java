package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Admission;
import dev.usher.core.access.AdmissionRules;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Belonging;
import dev.usher.core.event.BelongingFacts;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.OrganizerRules;
import dev.usher.core.event.Venue;
import dev.usher.core.event.VenueRules;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleBook;
import dev.usher.core.store.BelongingTable;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an organization keeps for its events: its venues, or its organizers. Members keep them, and events show them.
 *
 * @param <B> which of the two
 */
public final class Belongings<B extends Belonging> {
    private final Store store;
    private final Numbers numbers;
    private final Sort<B> sort;

    /** What is different between venues and organizers. */
    private record Sort<B extends Belonging>(
            String word,
            List<Attribute<?>> attributes,
            Attribute<Long> reference,
            RuleBook<BelongingFacts> book,
            Function<Transaction, BelongingTable<B>> table,
            Belonging.Making<B> making) {}

    private Belongings(Store store, Numbers numbers, Sort<B> sort) {
        this.store = store;
        this.numbers = numbers;
        this.sort = sort;
    }

    static Belongings<Venue> venues(Store store, Numbers numbers) {
        return new Belongings<>(
                store,
                numbers,
                new Sort<>(
                        "venue",
                        Venue.ATTRIBUTES,
                        EventAttributes.VENUE,
                        VenueRules.BOOK,
                        Transaction::venues,
                        Venue::new));
    }

    static Belongings<Organizer> organizers(Store store, Numbers numbers) {
        return new Belongings<>(
                store,
                numbers,
                new Sort<>(
                        "organizer",
                        Organizer.ATTRIBUTES,
                        EventAttributes.ORGANIZER,
                        OrganizerRules.BOOK,
                        Transaction::organizers,
                        Organizer::new));
    }

    /** Adds one to an organization; members only. */
    public Outcome<B> create(Actor actor, long organization, Change change) {
        return EventAdmission.organization(actor, organization, Role.MEMBER, change)
                .then(allowed -> {
                    Attributes proposed = change.among(sort.attributes()).appliedTo(Attributes.NONE);
                    return sort.book().judge(new BelongingFacts(change, proposed, 0, Optional.empty()), proposed);
                })
                .then(good -> {
                    B added = sort.making().of(organization, numbers.next(), 1, good);
                    return store.write(transaction -> {
                        table(transaction).add(added);
                        return Outcome.accepted(added);
                    });
                });
    }

    /**
     * Changes one; members only.
     *
     * @param ifVersion refuses when it has another version by now
     */
    public Outcome<B> update(Actor actor, long id, Change change, Optional<Long> ifVersion) {
        return store.write(transaction -> updated(transaction, actor, id, change, ifVersion));
    }

    /** One of the actor's organizations. */
    public Outcome<B> find(Actor actor, long id) {
        return store.read(transaction -> admitted(transaction, actor, id, Role.VIEWER));
    }

    /** That of an event which whoever asks was shown. */
    public Optional<B> of(Event event) {
        return event.get(sort.reference())
                .flatMap(id -> store.read(transaction -> table(transaction).find(id)))
                .filter(found -> found.organization() == event.ref().organization());
    }

    /** A page of an organization's, by number; viewers of it only. */
    public Outcome<Page<B>> list(Actor actor, long organization, PageRequest page) {
        return EventAdmission.organization(actor, organization, Role.VIEWER, page)
                .then(allowed -> Outcome.accepted(
                        store.read(transaction -> table(transaction).of(organization, page))));
    }

    /** A page of those of all organizations the actor belongs to, by number. */
    public Page<B> listAll(Actor actor, PageRequest page) {
        return store.read(transaction ->
                AllOrganizations.page(actor, table(transaction)::of, Comparator.comparingLong(Belonging::id), page));
    }

    private BelongingTable<B> table(Transaction transaction) {
        return sort.table().apply(transaction);
    }

    private Outcome<B> updated(Transaction transaction, Actor actor, long id, Change change, Optional<Long> ifVersion) {
        return admitted(transaction, actor, id, Role.MEMBER).then(current -> {
            Attributes proposed = change.among(sort.attributes()).appliedTo(current.attributes());
            BelongingFacts facts = new BelongingFacts(change, proposed, current.version(), ifVersion);
            return sort.book().judge(facts, proposed).then(good -> {
                boolean replaced = table(transaction).replace(changed(current, current.version(), good));
                // Somebody may have been quicker: then what there is now is judged.
                return replaced
                        ? Outcome.accepted(changed(current, current.version() + 1, good))
                        : updated(transaction, actor, id, change, ifVersion);
            });
        });
    }

    private B changed(B current, long version, Attributes attributes) {
        return sort.making().of(current.organization(), current.id(), version, attributes);
    }

    private Outcome<B> admitted(Transaction transaction, Actor actor, long id, Role needed) {
        Optional<B> found = table(transaction).find(id);
        Optional<Role> role = found.flatMap(each -> actor.in(each.organization()));
        Admission admission = new Admission(sort.word() + " " + id, found.isPresent(), false, role, needed);
        return AdmissionRules.BOOK.judge(admission, found).then(there -> Outcome.accepted(there.orElseThrow()));
    }
}
