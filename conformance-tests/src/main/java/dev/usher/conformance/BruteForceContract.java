package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever a store is asked for, it must answer as the memory store does, which looks through all there is. */
public interface BruteForceContract extends TestedStore {
    /** From so many on, a store may look for names otherwise. */
    long THOUSANDS = 2_500;

    /** If this fails, look at the events that are counted for one organizer and not for another. */
    @Test
    default void whatOrganizersGiveIsWhatBruteForceCounts() {
        RandomListings asking = new RandomListings(16);
        compare(15, "", 200, (store, right) -> {
            for (int question = 0; question < 100; question++) {
                Function<Transaction, Map<Long, EventsGiven>> given = asking.given();
                assertThat(store.<Object>read(given::apply))
                        .as("question %d", question)
                        .isEqualTo(right.<Object>read(given::apply));
                Function<Transaction, Boolean> change = asking.change(200);
                assertThat(store.write(change)).isEqualTo(right.write(change));
            }
        });
    }

    /** If this fails, look at the filter that the message shows: by brute force another page is right. */
    @Test
    default void aPageOfEventsIsTheOneThatBruteForceFinds() {
        RandomListings asking = new RandomListings(111);
        compare(11, "", 120, (store, right) -> {
            for (int question = 0; question < 300; question++) {
                requireEqual(store, right, asking.events());
            }
        });
    }

    /** If this fails, look at what is done otherwise where very many names have the part that is asked for. */
    @Test
    default void aPartThatThousandsOfNamesHaveIsFoundLikeAnyOther() {
        RandomListings asking = new RandomListings(112);
        compare(12, "a", 5_000, (store, right) -> {
            for (int question = 0; question < 40; question++) {
                requireEqual(store, right, asking.events().named("a"));
                requireEqual(store, right, asking.ticketClassesNamed("a"));
            }
            EventListing named =
                    EventListing.all(RandomListings.HOUSE.id(), Instant.EPOCH).named("a");
            assertThat(list(right, named).total()).isGreaterThan(THOUSANDS);
            assertThat(classes(right, asking.ticketClassesNamed("a")).total()).isGreaterThan(THOUSANDS);
        });
    }

    /** If this fails, look at the filter that the message shows, of the class or of its event, or at what changed before. */
    @Test
    default void aPageOfTicketClassesIsTheOneThatBruteForceFinds() {
        RandomListings asking = new RandomListings(14);
        compare(13, "", 120, (store, right) -> {
            for (int question = 0; question < 300; question++) {
                requireEqual(store, right, asking.ticketClasses());
                Function<Transaction, Boolean> change =
                        question % 2 == 0 ? asking.change(120) : asking.changeOfClass(120);
                assertThat(store.write(change)).isEqualTo(right.write(change));
            }
        });
    }

    private void compare(long seed, String beginning, int events, BiConsumer<Store, Store> questions) {
        try (Store store = open();
                MemoryStore right = new MemoryStore()) {
            for (Store each : List.of(store, right)) {
                each.write(transaction -> {
                    new RandomListings(seed, beginning).fill(transaction, events);
                    return seed;
                });
            }
            questions.accept(store, right);
        }
    }

    private static void requireEqual(Store store, Store right, EventListing asked) {
        assertThat(list(store, asked)).as("%s", asked).isEqualTo(list(right, asked));
    }

    private static void requireEqual(Store store, Store right, TicketClassListing asked) {
        assertThat(classes(store, asked)).as("%s", asked).isEqualTo(classes(right, asked));
    }

    private static Page<Event> list(Store store, EventListing listing) {
        return store.read(transaction -> transaction.events().list(listing));
    }

    private static Page<TicketClass> classes(Store store, TicketClassListing listing) {
        return store.read(transaction -> transaction.ticketClasses().list(listing));
    }
}
