package dev.usher.core.service;

import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.store.Store;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** All services over one store, wired by hand: the core knows no container. */
public record Services(
        Organizations organizations,
        AccessTokens accessTokens,
        Users users,
        Profiles profiles,
        TicketOperations ticketOperations,
        Reporting reporting,
        Inspection inspection,
        TicketClasses ticketClasses,
        Questions questions,
        Belongings<Venue> venues,
        Belongings<Organizer> organizers,
        Events events,
        EventNames eventNames) {
    /** Which part of the heap may hold events looked at lately. */
    private static final long RECENT_SHARE = 64;

    /** The services over a store; see {@link dev.usher.core.Usher#over}. */
    public static Services over(Store store, InstantSource clock, RandomGenerator chance, Terms terms) {
        Numbers numbers = new Numbers(store);
        Organizations organizations = new Organizations(store, numbers, clock, chance);
        AccessTokens accessTokens = new AccessTokens(store, organizations, numbers, clock, chance);
        EventDirectory directory = new EventDirectory(store, numbers);
        BlockCache cache = new BlockCache(terms.timelineBytes() / 2);
        Timelines timelines = new Timelines(store, clock, cache, terms.timelineBytes());
        long heapBytes = Runtime.getRuntime().maxMemory();
        LogWriter writer = new LogWriter(store, clock, cache, MergePlan.mostOperations(heapBytes));
        IntakeLimits limits = IntakeLimits.of(heapBytes);
        RecentEvents recent = new RecentEvents(store.isShared() ? 0 : heapBytes / RECENT_SHARE);
        Store watched = new WatchedStore(store, recent);
        return new Services(
                organizations,
                accessTokens,
                new Users(store, organizations, numbers, accessTokens),
                new Profiles(store, organizations),
                new TicketOperations(store, organizations, directory, writer, cache, timelines, limits),
                new Reporting(directory, timelines, clock),
                new Inspection(store),
                new TicketClasses(watched, numbers, clock, terms.packages()),
                new Questions(watched, numbers, clock, terms.packages()),
                Belongings.venues(store, numbers),
                Belongings.organizers(store, numbers),
                new Events(watched, numbers, clock, recent, terms.packages()),
                new EventNames(directory));
    }
}
