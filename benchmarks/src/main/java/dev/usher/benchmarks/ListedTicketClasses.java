package dev.usher.benchmarks;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import dev.usher.core.money.Money;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Ticket classes of one organization's events, four of each, always the same.
 *
 * @param events the events
 */
record ListedTicketClasses(ListedEvents events) {
    private static final Currency CURRENCY = Currency.getInstance("CHF");
    private static final List<String> KINDS = List.of("Early bird", "Regular", "Balcony", "Box seat");
    private static final int AT_ONCE = 500;

    /** How many there are. */
    int count() {
        return events.count() * KINDS.size();
    }

    /** Adds the events and their classes. */
    void addTo(Store store) {
        events.addTo(store);
        SplittableRandom random = new SplittableRandom(Bench.SEED);
        for (int from = 0; from < events.count(); from += AT_ONCE) {
            int first = from;
            long seed = random.nextLong();
            store.write(transaction -> {
                SplittableRandom same = new SplittableRandom(seed);
                for (int number = first; number < Math.min(events.count(), first + AT_ONCE); number++) {
                    add(transaction, ListedEvents.ref(number), same);
                }
                return first;
            });
        }
    }

    /** A page of all of them. */
    static TicketClassListing page(TicketClassOrder order, int page) {
        return TicketClassListing.all(
                        ListedEvents.all().organization(), ListedEvents.all().now(), order)
                .at(new PageRequest(page, PageRequest.MOST));
    }

    private static void add(Transaction transaction, EventRef event, SplittableRandom random) {
        for (int kind = 0; kind < KINDS.size(); kind++) {
            Attributes attributes = Attributes.NONE
                    .with(TicketClassAttributes.NAME, KINDS.get(kind) + " " + random.nextInt(100))
                    .with(TicketClassAttributes.COST, new Money(100L * random.nextInt(500), CURRENCY))
                    .with(TicketClassAttributes.FREE, random.nextInt(5) == 0)
                    .with(TicketClassAttributes.HIDDEN, random.nextInt(10) == 0);
            long number = 1_000_000 + event.event() * KINDS.size() + kind;
            transaction.ticketClasses().add(new TicketClass(event, number, 1, attributes));
        }
    }
}
