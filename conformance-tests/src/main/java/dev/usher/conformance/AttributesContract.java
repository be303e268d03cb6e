package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.conformance.Shelf.Known;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.store.Store;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store must do with all that has attributes: events, ticket classes, venues, organizers, questions, profiles. */
public interface AttributesContract extends TestedStore {

    /**
     * If this fails, look at the columns: each attribute has one of its own, wide enough for the longest text and the
     * greatest number, binary in what it compares, and with instants to the microsecond.
     */
    @Test
    default void allThatIsKnownComesBack() {
        try (Store store = open()) {
            EventRef place = Samples.log(store);
            for (Shelf shelf : Shelf.ALL) {
                for (int variant = 0; variant < AttributeSamples.VARIANTS; variant++) {
                    Attributes said = AttributeSamples.variant(shelf.attributes(), variant);
                    long number = added(store, shelf, place, said);
                    assertThat(known(store, shelf, place, number).attributes())
                            .as("variant %d of a %s", variant, shelf)
                            .isEqualTo(said);
                }
            }
        }
    }

    /** If this fails, look at what an empty column becomes: nothing said, neither an initial value, nor false, zero or "". */
    @Test
    default void whatWasNeverSaidStaysUnsaid() {
        try (Store store = open()) {
            EventRef place = Samples.log(store);
            for (Shelf shelf : Shelf.ALL) {
                long number = added(store, shelf, place, Attributes.NONE);
                assertThat(known(store, shelf, place, number).attributes())
                        .as("a %s of which nothing was said", shelf)
                        .isEqualTo(Attributes.NONE);
            }
        }
    }

    /** If this fails, look at what a replacement leaves behind: it says everything anew, and what it leaves out is cleared. */
    @Test
    default void aReplacementSaysEverythingAnew() {
        try (Store store = open()) {
            EventRef place = Samples.log(store);
            for (Shelf shelf : Shelf.CHANGING) {
                Attributes first = AttributeSamples.variant(shelf.attributes(), 0);
                long number = added(store, shelf, place, first);
                List<Attributes> changes =
                        List.of(AttributeSamples.variant(shelf.attributes(), 1), Attributes.NONE, first);
                for (int change = 0; change < changes.size(); change++) {
                    assertThat(replace(store, shelf, place, number, new Known(change + 1, changes.get(change))))
                            .isTrue();
                    assertThat(known(store, shelf, place, number))
                            .as("a %s after change %d", shelf, change)
                            .isEqualTo(new Known(change + 2, changes.get(change)));
                }
            }
        }
    }

    /** If this fails, look at the condition of the update: an older version, a newer one and an unknown number find nothing. */
    @Test
    default void anotherVersionReplacesNothing() {
        try (Store store = open()) {
            EventRef place = Samples.log(store);
            for (Shelf shelf : Shelf.CHANGING) {
                Attributes first = AttributeSamples.variant(shelf.attributes(), 0);
                Attributes second = AttributeSamples.variant(shelf.attributes(), 1);
                long number = added(store, shelf, place, first);
                assertThat(replace(store, shelf, place, number, new Known(1, second)))
                        .isTrue();
                assertThat(replace(store, shelf, place, number, new Known(1, first)))
                        .isFalse();
                assertThat(replace(store, shelf, place, number, new Known(3, first)))
                        .isFalse();
                assertThat(replace(store, shelf, place, number + 1_000, new Known(1, first)))
                        .isFalse();
                assertThat(known(store, shelf, place, number)).isEqualTo(new Known(2, second));
            }
        }
    }

    /** If this fails, look at the condition of the update: whose it is, beside its number. */
    @Test
    default void nobodyReplacesWhatIsAnothers() {
        try (Store store = open()) {
            EventRef place = Samples.log(store);
            EventRef foreign = Samples.event(store, Samples.organization(store, "neighbour"), "concert")
                    .ref();
            for (Shelf shelf : Shelf.CHANGING) {
                Attributes first = AttributeSamples.variant(shelf.attributes(), 0);
                long number = added(store, shelf, place, first);
                assertThat(replace(store, shelf, foreign, number, new Known(1, Attributes.NONE)))
                        .isFalse();
                assertThat(known(store, shelf, place, number)).isEqualTo(new Known(1, first));
            }
        }
    }

    /**
     * If this fails, look at whether the version is compared and raised in one statement: then no change gets lost. A
     * profile that two say for the first time is there once, and whoever comes second finds another version.
     */
    @Test
    default void noChangeOfConcurrentWritersIsLost() {
        try (Store store = open()) {
            EventRef place = Samples.log(store);
            for (Shelf shelf : Shelf.CHANGING) {
                requireNothingLost(store, shelf, place, added(store, shelf, place, Attributes.NONE));
            }
            requireNothingLost(store, Shelf.PROFILES, place, 0);
        }
    }

    private static void requireNothingLost(Store store, Shelf shelf, EventRef place, long number) {
        long version = known(store, shelf, place, number).version();
        List<Meeting> rounds =
                IntStream.range(0, 10).mapToObj(round -> new Meeting(4)).toList();
        Callable<Integer> writer = () -> {
            rounds.forEach(round -> raise(store, shelf, place, number, round));
            return rounds.size();
        };
        assertThat(Concurrently.run(Collections.nCopies(4, writer))).hasSize(4);
        Known raised = known(store, shelf, place, number);
        assertThat(raised.attributes().said(shelf.tally()))
                .as("changes of a %s", shelf)
                .contains("40");
        assertThat(raised.version()).as("version of a %s", shelf).isEqualTo(version + 40);
    }

    private static void raise(Store store, Shelf shelf, EventRef place, long number, Meeting allHaveRead) {
        boolean raised = false;
        while (!raised) {
            Known before = known(store, shelf, place, number);
            allHaveRead.join();
            int count = Integer.parseInt(before.attributes().said(shelf.tally()).orElse("0"));
            Attributes after = before.attributes().with(shelf.tally(), Integer.toString(count + 1));
            raised = replace(store, shelf, place, number, new Known(before.version(), after));
        }
    }

    private static long added(Store store, Shelf shelf, EventRef place, Attributes attributes) {
        return store.write(transaction -> {
            long number = transaction.identities().reserve(1);
            shelf.adding().add(transaction, place, number, attributes);
            return number;
        });
    }

    private static Known known(Store store, Shelf shelf, EventRef place, long number) {
        return store.read(transaction -> shelf.known(transaction, place, number));
    }

    private static boolean replace(Store store, Shelf shelf, EventRef place, long number, Known changed) {
        return store.write(transaction -> shelf.replacing().replace(transaction, place, number, changed));
    }
}
