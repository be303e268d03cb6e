package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.Organizer;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Store;
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
        return unbuilt();
    }

    /**
     * Changes one; members only.
     *
     * @param ifVersion refuses when it has another version by now
     */
    public Outcome<Organizer> update(Actor actor, long id, Change change, Optional<Long> ifVersion) {
        return unbuilt();
    }

    /** One of the actor's organizations. */
    public Outcome<Organizer> find(Actor actor, long id) {
        return unbuilt();
    }

    /** That of an event which whoever asks was shown. */
    public Optional<Organizer> of(Event event) {
        return Optional.empty();
    }

    /** A page of an organization's, by number; viewers of it only. */
    public Outcome<Page<Organizer>> list(Actor actor, long organization, PageRequest page) {
        return unbuilt();
    }

    private <T> Outcome<T> unbuilt() {
        String state = store.isShared() && numbers.next() > 0 ? "shared" : "own";
        return Outcome.rejected(
                new Violation(RuleKind.STATE, "UNBUILT", "", "not built yet over a store of its " + state));
    }
}
