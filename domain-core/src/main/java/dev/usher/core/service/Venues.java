package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.Venue;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Store;
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
        return unbuilt();
    }

    /**
     * Changes one; members only.
     *
     * @param ifVersion refuses when it has another version by now
     */
    public Outcome<Venue> update(Actor actor, long id, Change change, Optional<Long> ifVersion) {
        return unbuilt();
    }

    /** One of the actor's organizations. */
    public Outcome<Venue> find(Actor actor, long id) {
        return unbuilt();
    }

    /** That of an event which whoever asks was shown. */
    public Optional<Venue> of(Event event) {
        return Optional.empty();
    }

    /** A page of an organization's, by number; viewers of it only. */
    public Outcome<Page<Venue>> list(Actor actor, long organization, PageRequest page) {
        return unbuilt();
    }

    private <T> Outcome<T> unbuilt() {
        String state = store.isShared() && numbers.next() > 0 ? "shared" : "own";
        return Outcome.rejected(
                new Violation(RuleKind.STATE, "UNBUILT", "", "not built yet over a store of its " + state));
    }
}
