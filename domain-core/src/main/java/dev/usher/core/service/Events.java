package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.Occurrence;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What people hold tickets for: events are made, changed, published, called off and shown here. */
public final class Events {
    private final Store store;
    private final Numbers numbers;
    private final InstantSource clock;

    Events(Store store, Numbers numbers, InstantSource clock) {
        this.store = store;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Makes a draft that is complete as dialects require it (EB-02); members of the organization only. */
    public Outcome<EventView> create(Actor actor, long organization, Change change) {
        return unbuilt();
    }

    /**
     * Makes a draft that may lack anything (decision 11); members of the organization only.
     *
     * @param externalId the name the organization knows it by; its number when empty
     */
    public Outcome<EventView> draft(Actor actor, long organization, Optional<String> externalId, Change change) {
        return unbuilt();
    }

    /** The event of this number, if whoever asks may see it (EB-03); a series is not found here. */
    public Outcome<EventView> find(Optional<Actor> actor, long number) {
        return unbuilt();
    }

    /** The series of this number, if whoever asks may see it. */
    public Outcome<EventView> findSeries(Optional<Actor> actor, long number) {
        return unbuilt();
    }

    /**
     * Changes what is said of an event (EB-04); members only.
     *
     * @param ifVersion refuses when the event has another version by now
     */
    public Outcome<EventView> update(Actor actor, long number, Change change, Optional<Long> ifVersion) {
        return unbuilt();
    }

    /** Shows an event to everybody (EB-05); members only. */
    public Outcome<EventView> publish(Actor actor, long number, Optional<Long> ifVersion) {
        return unbuilt();
    }

    /** Takes an event back to a draft (EB-06); members only. */
    public Outcome<EventView> unpublish(Actor actor, long number, Optional<Long> ifVersion) {
        return unbuilt();
    }

    /** Calls an event off (EB-07); members only. */
    public Outcome<EventView> cancel(Actor actor, long number, Optional<Long> ifVersion) {
        return unbuilt();
    }

    /** Takes an event away for good (EB-09); members only. */
    public Outcome<EventView> delete(Actor actor, long number, Optional<Long> ifVersion) {
        return unbuilt();
    }

    /** Makes a draft like an event, nothing of it sold (EB-08); members only. */
    public Outcome<EventView> copy(Actor actor, long number, CopyWish wish) {
        return unbuilt();
    }

    /** Makes an event a series, or adds to one; members only. Its occurrences are events of their own. */
    public Outcome<EventView> makeSeries(Actor actor, long number, List<Occurrence> occurrences) {
        return unbuilt();
    }

    /** Sets what only the native API sets, such as the payout; members only, the payout owners only. */
    public Outcome<EventView> settle(Actor actor, long number, Change change) {
        return unbuilt();
    }

    /** A page of an organization's events (EB-01); viewers of it only. */
    public Outcome<Page<EventView>> list(Actor actor, EventListing listing) {
        return unbuilt();
    }

    private <T> Outcome<T> unbuilt() {
        String state = store.isShared() && numbers.next() > 0 && clock.millis() >= 0 ? "shared" : "own";
        return Outcome.rejected(new Violation(RuleKind.STATE, "UNBUILT", "", "not built over a store of its " + state));
    }
}
