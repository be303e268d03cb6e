package dev.usher.benchmarks;

import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.store.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** A page of fifty events out of very many of one organization, with the number of all that match, from both databases. */
final class EventListRow implements Row {
    private static final List<EventOrder> ORDERS = List.of(EventOrder.values());
    private static final int EVENTS = 100_000;
    private static final int QUICK_EVENTS = 10_000;
    private static final int CHECKED = 15;
    private static final int FIRST_PAGES = 20;

    @Override
    public String name() {
        return "event-list";
    }

    @Override
    public String job() {
        return "a page of 50 out of 100,000 events of one organization with its total, from HSQLDB and from PostgreSQL";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.lower("HSQLDB, sorted", "ms", Goal.atMost(5)),
                Metric.lower("HSQLDB, by a part of the name", "ms", Goal.atMost(50)),
                Metric.lower("PostgreSQL, sorted", "ms", Goal.atMost(5)),
                Metric.lower("PostgreSQL, by a part of the name", "ms", Goal.atMost(50)),
                Metric.lower("HSQLDB, any page", "ms"),
                Metric.lower("PostgreSQL, any page", "ms"),
                Metric.lower("HSQLDB, counted for 20 organizers", "ms"),
                Metric.lower("PostgreSQL, counted for 20 organizers", "ms"));
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        ListedEvents events = new ListedEvents(bench.isQuick() ? QUICK_EVENTS : EVENTS);
        bench.say("adding " + events.count() + " events to three stores");
        TwoDatabases databases = TwoDatabases.open(contest, bench.folder(name()), events::addTo);
        SplittableRandom random = new SplittableRandom(Bench.SEED);
        bench.say("comparing answers");
        for (int question = 0; question < CHECKED; question++) {
            databases.check(sorted(events, random));
            databases.check(named(events, random));
            databases.check(anyPage(events, random));
        }
        databases.check(ListedEvents::given);
        bench.note("answers", "pages, totals and counts compared with brute force over the memory store");
        bench.note("sorted", "one of the six orders, pages 1 to " + FIRST_PAGES);
        bench.note("by a part of the name", "a word that a fifth of the names have, two words, a number that few have");
        bench.note(
                "counted for 20 organizers",
                "all of the house, each of a twentieth of the events, two thirds of them published");
        contest.enter(Contest.USHER, 2, 5, figures -> {
            databases.time(figures, "sorted", () -> sorted(events, random));
            databases.time(figures, "by a part of the name", () -> named(events, random));
            databases.time(figures, "any page", () -> anyPage(events, random));
            databases.time(figures, "counted for 20 organizers", () -> ListedEvents::given);
        });
    }

    private static Function<Transaction, Object> sorted(ListedEvents events, SplittableRandom random) {
        return list(events.page(Optional.empty(), order(random), 1 + random.nextInt(FIRST_PAGES)));
    }

    private static Function<Transaction, Object> anyPage(ListedEvents events, SplittableRandom random) {
        return list(events.page(Optional.empty(), order(random), 1 + random.nextInt(events.count() / 50)));
    }

    private static Function<Transaction, Object> named(ListedEvents events, SplittableRandom random) {
        return list(events.page(Optional.of(events.part(random)), order(random), 1 + random.nextInt(2)));
    }

    private static Function<Transaction, Object> list(EventListing listing) {
        return transaction -> transaction.events().list(listing);
    }

    private static EventOrder order(SplittableRandom random) {
        return ORDERS.get(random.nextInt(ORDERS.size()));
    }
}
