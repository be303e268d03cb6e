package dev.usher.benchmarks;

import dev.usher.core.event.EventStatus;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import dev.usher.core.store.Transaction;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of fifty ticket classes out of very many of one organization, with the number of all that match. */
final class TicketClassListRow implements Row {
    private static final List<TicketClassOrder> ORDERS = List.of(TicketClassOrder.values());
    private static final int EVENTS = 25_000;
    private static final int QUICK_EVENTS = 2_500;
    private static final int CHECKED = 6;
    private static final int FIRST_PAGES = 20;

    @Override
    public String name() {
        return "ticket-class-list";
    }

    @Override
    public String job() {
        return "a page of 50 out of 100,000 ticket classes of one organization with its total, from both databases";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.lower("HSQLDB, sorted", "ms"),
                Metric.lower("HSQLDB, of one to three events", "ms"),
                Metric.lower("HSQLDB, by a part of the name", "ms"),
                Metric.lower("HSQLDB, hidden and live", "ms"),
                Metric.lower("PostgreSQL, sorted", "ms"),
                Metric.lower("PostgreSQL, of one to three events", "ms"),
                Metric.lower("PostgreSQL, by a part of the name", "ms"),
                Metric.lower("PostgreSQL, hidden and live", "ms"));
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        ListedEvents events = new ListedEvents(bench.isQuick() ? QUICK_EVENTS : EVENTS);
        ListedTicketClasses classes = new ListedTicketClasses(events);
        bench.say("adding " + classes.count() + " ticket classes to three stores");
        TwoDatabases databases = TwoDatabases.open(contest, bench.folder(name()), classes::addTo);
        SplittableRandom random = new SplittableRandom(Bench.SEED);
        bench.say("comparing answers");
        for (int question = 0; question < CHECKED; question++) {
            databases.check(sorted(random));
            databases.check(ofEvents(events, random));
            databases.check(named(events, random));
            databases.check(hidden(random));
        }
        bench.note("answers", "pages and totals compared with brute force over the memory store");
        bench.note("sorted", "one of the five orders or none, pages 1 to " + FIRST_PAGES);
        bench.note(
                "by a part of the name",
                "of the class or of its event: a word that a fifth have, two words, a number that few have");
        bench.note("hidden and live", "hidden classes of live events: a tenth of a third");
        contest.enter(Contest.USHER, 1, 3, figures -> {
            databases.time(figures, "sorted", () -> sorted(random));
            databases.time(figures, "of one to three events", () -> ofEvents(events, random));
            databases.time(figures, "by a part of the name", () -> named(events, random));
            databases.time(figures, "hidden and live", () -> hidden(random));
        });
    }

    private static Function<Transaction, Object> sorted(SplittableRandom random) {
        return list(ListedTicketClasses.page(order(random), 1 + random.nextInt(FIRST_PAGES)));
    }

    private static Function<Transaction, Object> ofEvents(ListedEvents events, SplittableRandom random) {
        Set<Long> some = Stream.generate(() -> random.nextInt(events.count()))
                .limit(1 + random.nextInt(3))
                .map(number -> ListedEvents.ref(number).event())
                .collect(Collectors.toSet());
        return list(ListedTicketClasses.page(order(random), 1).ofEvents(some));
    }

    private static Function<Transaction, Object> named(ListedEvents events, SplittableRandom random) {
        return list(
                ListedTicketClasses.page(order(random), 1 + random.nextInt(2)).named(events.part(random)));
    }

    private static Function<Transaction, Object> hidden(SplittableRandom random) {
        return list(ListedTicketClasses.page(order(random), 1 + random.nextInt(2))
                .hidden(true)
                .of(ListedEvents.all().standing(Set.of(EventStatus.LIVE))));
    }

    private static Function<Transaction, Object> list(TicketClassListing listing) {
        return transaction -> transaction.ticketClasses().list(listing);
    }

    private static TicketClassOrder order(SplittableRandom random) {
        return ORDERS.get(random.nextInt(ORDERS.size()));
    }
}
