package dev.usher.benchmarks;

import dev.usher.core.access.Organization;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Events of one organization, as much alike as events of one house are, always the same.
 *
 * @param count how many there are
 */
record ListedEvents(int count) {
    private static final Organization HOUSE = new Organization(1, "house", new NameKey(1, 2));
    private static final Instant NOW = Instant.parse("2026-07-04T12:00:00Z");
    private static final int ORGANIZERS = 20;
    private static final int AT_ONCE = 2_000;
    private static final List<String> WORDS = List.of(
            "Summer",
            "Winter",
            "Concert",
            "Jazz",
            "Night",
            "Open Air",
            "Festival",
            "Workshop",
            "Marathon",
            "Gala",
            "Ballet",
            "Comedy",
            "Lecture",
            "Market",
            "Fair");

    /** Adds them all. */
    void addTo(Store store) {
        SplittableRandom random = new SplittableRandom(Bench.SEED);
        store.write(transaction -> {
            transaction.identities().add(HOUSE);
            return HOUSE;
        });
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            SplittableRandom some = random.split();
            store.write(transaction -> {
                SplittableRandom same = new SplittableRandom(some.nextLong());
                for (int number = first; number < Math.min(count, first + AT_ONCE); number++) {
                    add(transaction, number, same);
                }
                return first;
            });
        }
    }

    /** The event of that number, from 0 on. */
    static EventRef ref(int number) {
        return new EventRef(HOUSE.id(), 10L + number);
    }

    /** All but deleted events. */
    static EventListing all() {
        return EventListing.all(HOUSE.id(), NOW);
    }

    /** The page of a list of all but deleted events. */
    EventListing page(Optional<String> part, EventOrder order, int page) {
        EventListing any = all().in(order).of(HOUSE.id(), new PageRequest(page, PageRequest.MOST));
        return part.map(any::named).orElse(any);
    }

    /** How many events each of the twenty organizers gave and will give. */
    static Map<Long, EventsGiven> given(Transaction transaction) {
        return transaction
                .events()
                .given(HOUSE.id(), LongStream.range(0, ORGANIZERS).boxed().collect(Collectors.toSet()), NOW);
    }

    /** A part of names: of a fifth of them, of about a hundredth, or of few. */
    String part(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> word(random);
            case 1 -> word(random) + " " + word(random);
            default -> " " + random.nextInt(count / 10);
        };
    }

    private static void add(Transaction transaction, int number, SplittableRandom random) {
        Instant start = NOW.plusSeconds(900L * random.nextInt(-100_000, 100_000));
        Attributes attributes = Attributes.NONE
                .with(EventAttributes.NAME, word(random) + " " + word(random) + " " + word(random) + " " + number)
                .with(EventAttributes.SUMMARY, "What you have always wanted to hear, and never dared to ask for.")
                .with(EventAttributes.START, start)
                .with(EventAttributes.START_ZONE, "Europe/Zurich")
                .with(EventAttributes.END, start.plusSeconds(7_200))
                .with(EventAttributes.END_ZONE, "Europe/Zurich")
                .with(EventAttributes.CURRENCY, Currency.getInstance("CHF"))
                .with(EventAttributes.CREATED_AT, start.minusSeconds(random.nextInt(10_000_000)))
                .with(EventAttributes.ORGANIZER, (long) number % ORGANIZERS)
                .with(EventAttributes.STATE, random.nextInt(3) == 0 ? "draft" : "published");
        transaction.events().add(new Event(ref(number), "no. " + number, 1, attributes));
    }

    private static String word(SplittableRandom random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
