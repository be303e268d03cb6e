package dev.usher.conformance;

import dev.usher.conformance.Shelf.Known;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.List;

/**
 * A thing in its first version.
 *
 * @param place the event it belongs to, or an event of the organization it belongs to
 */
record Shelved(Shelf shelf, EventRef place, long number) {

    /** Adds one of everything that can be replaced. */
    static List<Shelved> everything(Store store, EventRef place) {
        return Shelf.CHANGING.stream().map(shelf -> on(store, shelf, place)).toList();
    }

    /** Adds a thing. */
    static Shelved on(Store store, Shelf shelf, EventRef place) {
        return store.write(transaction -> {
            long number = transaction.identities().reserve(1);
            shelf.adding().add(transaction, place, number, AttributeSamples.variant(shelf.attributes(), 1));
            return new Shelved(shelf, place, number);
        });
    }

    /** Takes everything away that is known of it; false when the store says that it was changed before. */
    boolean clear(Transaction transaction) {
        return shelf.replacing().replace(transaction, place, number, new Known(1, Attributes.NONE));
    }
}
