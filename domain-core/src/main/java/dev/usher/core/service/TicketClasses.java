package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.attribute.Change;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What is sold for events: ticket classes are made, changed, removed and shown here. */
public final class TicketClasses {
    private final Store store;
    private final Numbers numbers;
    private final InstantSource clock;

    TicketClasses(Store store, Numbers numbers, InstantSource clock) {
        this.store = store;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Adds a class to an event (EB-13); members only. */
    public Outcome<TicketClassView> create(Actor actor, long event, Change change) {
        return unbuilt();
    }

    /** Changes a class (EB-15); members only. */
    public Outcome<TicketClassView> update(Actor actor, long event, long id, Change change) {
        return unbuilt();
    }

    /**
     * Removes a class nobody has a ticket of (EB-16); members only.
     *
     * @param breakDependency true to remove it though the sale of other classes waits for it; theirs begins at once
     */
    public Outcome<Long> delete(Actor actor, long event, long id, boolean breakDependency) {
        return unbuilt();
    }

    /** One class, if whoever asks may see its event and it is not hidden from them (EB-14). */
    public Outcome<TicketClassView> find(Optional<Actor> actor, long event, long id) {
        return unbuilt();
    }

    /**
     * The classes of an event in their order, as far as whoever asks may see them (EB-12).
     *
     * @param pointOfSale only those sold there: {@code online} or {@code at_the_door}
     */
    public Outcome<List<TicketClassView>> of(Optional<Actor> actor, long event, Optional<String> pointOfSale) {
        return unbuilt();
    }

    /** A page of an organization's classes (EB-35); viewers of it only. */
    public Outcome<Page<TicketClassView>> list(Actor actor, TicketClassListing listing) {
        return unbuilt();
    }

    private <T> Outcome<T> unbuilt() {
        String state = store.isShared() && numbers.next() > 0 && clock.millis() >= 0 ? "shared" : "own";
        return Outcome.rejected(
                new Violation(RuleKind.STATE, "UNBUILT", "", "not built yet over a store of its " + state));
    }
}
