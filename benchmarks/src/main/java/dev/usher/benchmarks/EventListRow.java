package dev.usher.benchmarks;

import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** A page of fifty events out of very many of one organization, with the number of all that match, from both databases. */
final class EventListRow implements Row {
    private static final List<EventOrder> ORDERS = List.of(EventOrder.values());
    private static final int EVENTS = 100_000;
    private static final int QUICK_EVENTS = 10_000;
    private static final int CHECKED = 15;
    private static final int ASKED = 40;
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
        Store truth = contest.closing(new MemoryStore());
        Store embedded = contest.closing(House.embedded(bench.folder(name())));
        EmbeddedPostgres server = contest.closing(postgres());
        Store shared = contest.closing(House.open(server.getJdbcUrl("postgres", "postgres")));
        for (Store store : List.of(truth, embedded, shared)) {
            bench.say("adding " + events.count() + " events");
            events.addTo(store);
        }
        SplittableRandom random = new SplittableRandom(Bench.SEED);
        bench.say("comparing answers");
        for (int question = 0; question < CHECKED; question++) {
            for (EventListing asked : List.of(sorted(events, random), named(events, random), anyPage(events, random))) {
                check(asked, truth, embedded);
                check(asked, truth, shared);
            }
        }
        for (Store store : List.of(embedded, shared)) {
            if (!store.read(ListedEvents::given).equals(truth.read(ListedEvents::given))) {
                throw new IllegalStateException("a wrong count of organizers' events");
            }
        }
        bench.note("answers", "pages, totals and counts compared with brute force over the memory store");
        bench.note("sorted", "the six orders in turn, pages 1 to " + FIRST_PAGES);
        bench.note("by a part of the name", "a word that a fifth of the names have, two words, a number that few have");
        bench.note(
                "counted for 20 organizers",
                "all of the house, each of a twentieth of the events, two thirds of them published");
        contest.enter(Contest.USHER, 2, 5, figures -> {
            figures.add("HSQLDB, sorted", median(embedded, () -> sorted(events, random)));
            figures.add("PostgreSQL, sorted", median(shared, () -> sorted(events, random)));
            figures.add("HSQLDB, by a part of the name", median(embedded, () -> named(events, random)));
            figures.add("PostgreSQL, by a part of the name", median(shared, () -> named(events, random)));
            figures.add("HSQLDB, any page", median(embedded, () -> anyPage(events, random)));
            figures.add("PostgreSQL, any page", median(shared, () -> anyPage(events, random)));
            figures.add("HSQLDB, counted for 20 organizers", medianOf(counting(embedded)));
            figures.add("PostgreSQL, counted for 20 organizers", medianOf(counting(shared)));
        });
    }

    // As a careful administrator sets it up; what it has of memory is the default.
    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    private static EventListing sorted(ListedEvents events, SplittableRandom random) {
        return events.page(Optional.empty(), order(random), 1 + random.nextInt(FIRST_PAGES));
    }

    private static EventListing anyPage(ListedEvents events, SplittableRandom random) {
        return events.page(Optional.empty(), order(random), 1 + random.nextInt(events.count() / 50));
    }

    private static EventListing named(ListedEvents events, SplittableRandom random) {
        return events.page(Optional.of(events.part(random)), order(random), 1 + random.nextInt(2));
    }

    private static EventOrder order(SplittableRandom random) {
        return ORDERS.get(random.nextInt(ORDERS.size()));
    }

    private static double median(Store store, Supplier<EventListing> question) {
        return medianOf(() -> {
            EventListing listing = question.get();
            long total = store.<Long>read(
                    transaction -> transaction.events().list(listing).total());
            if (total == 0 && listing.namePart().isEmpty()) {
                throw new IllegalStateException("no events for " + listing);
            }
        });
    }

    private static Runnable counting(Store store) {
        return () -> {
            if (store.read(ListedEvents::given).isEmpty()) {
                throw new IllegalStateException("no events of any organizer");
            }
        };
    }

    private static double medianOf(Runnable question) {
        double[] millis = new double[ASKED];
        for (int asked = 0; asked < ASKED; asked++) {
            long begin = System.nanoTime();
            question.run();
            millis[asked] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ASKED / 2];
    }

    private static void check(EventListing asked, Store truth, Store store) {
        Object right = truth.read(transaction -> transaction.events().list(asked));
        Object answer = store.read(transaction -> transaction.events().list(asked));
        if (!answer.equals(right)) {
            throw new IllegalStateException("a wrong answer to " + asked);
        }
    }
}
