package dev.usher.conformance.broken;

import static dev.usher.conformance.broken.BrokenTables.breaking;
import static dev.usher.conformance.broken.Fault.fault;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.store.EventTable;
import dev.usher.core.store.Store;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Stores that are broken in what they answer when they are asked for a page of many. */
final class BrokenListings {
    private static final int MOST = 1_000;

    static final List<Fault> FAULTS = List.of(
            fault(
                    "turns pages around",
                    events((sound, listing) -> {
                        Page<Event> page = sound.events().list(listing);
                        List<Event> backwards = new ArrayList<>(page.items());
                        Collections.reverse(backwards);
                        return new Page<>(backwards, page.total(), page.request());
                    }),
                    "eventsAreInTheOrderAskedFor",
                    "aPageOfEventsIsTheOneThatBruteForceFinds"),
            fault(
                    "counts the events of a page only",
                    events((sound, listing) -> {
                        Page<Event> page = sound.events().list(listing);
                        return new Page<>(page.items(), page.items().size(), page.request());
                    }),
                    "pagesTileTheList",
                    "aPageOfEventsIsTheOneThatBruteForceFinds"),
            fault(
                    "minds the case of names",
                    events((sound, listing) -> {
                        Page<Event> page = sound.events().list(listing);
                        List<Event> exact = page.items().stream()
                                .filter(event ->
                                        event.name().contains(listing.namePart().orElse("")))
                                .toList();
                        return new Page<>(exact, page.total(), page.request());
                    }),
                    "aPartOfANameIsFoundWhateverItsCase"),
            fault(
                    "counts every event there ever was",
                    events((sound, listing) -> {
                        Page<Event> page = sound.events().list(listing);
                        long ever = sound.identities()
                                .events(listing.organization())
                                .size();
                        return new Page<>(page.items(), ever, page.request());
                    }),
                    "listsFollowEachChange",
                    "writersOfManyEventsAllGetThrough"),
            fault(
                    "stops counting at a thousand",
                    events((sound, listing) -> {
                        Page<Event> page = sound.events().list(listing);
                        return new Page<>(page.items(), Math.min(MOST, page.total()), page.request());
                    }),
                    "aPartThatThousandsOfNamesHaveIsFoundLikeAnyOther"),
            fault(
                    "takes an event for over before its last microsecond",
                    given(now -> now.plusNanos(1_000)),
                    "eventsAreCountedForWhoGivesThem"),
            fault(
                    "takes every event for over",
                    given(now -> now.plus(Period.ofDays(1_000))),
                    "eventsAreCountedForWhoGivesThem",
                    "whatOrganizersGiveIsWhatBruteForceCounts"),
            fault(
                    "counts what members alone may see",
                    breaking(
                            EventTable.class,
                            "given",
                            (sound, call) -> sound
                                    .events()
                                    .list(EventListing.all(
                                            call.argument(0, Long.class), call.argument(2, Instant.class)))
                                    .items()
                                    .stream()
                                    .flatMap(event -> event.get(EventAttributes.ORGANIZER).stream())
                                    .filter(call.argument(1, Set.class)::contains)
                                    .collect(Collectors.toMap(
                                            giver -> giver, one -> new EventsGiven(0, 1), EventsGiven::plus))),
                    "eventsAreCountedForWhoGivesThem",
                    "whatOrganizersGiveIsWhatBruteForceCounts"),
            fault(
                    "lists hidden classes too",
                    classes((sound, listing) -> sound.ticketClasses().list(hiddenToo(listing))),
                    "aPageOfTicketClassesIsTheOneThatBruteForceFinds"),
            fault(
                    "takes a sale that begins with its event's publication for one that never begins",
                    classes((sound, listing) -> {
                        Page<TicketClass> page = sound.ticketClasses().list(listing);
                        List<TicketClass> said = page.items().stream()
                                .filter(found -> listing.salesStartAfter().isEmpty()
                                        || found.get(TicketClassAttributes.SALES_START)
                                                .isPresent())
                                .toList();
                        return new Page<>(said, page.total(), page.request());
                    }),
                    "aPageOfTicketClassesIsTheOneThatBruteForceFinds"),
            fault(
                    "counts the classes of deleted events",
                    classes((sound, listing) -> {
                        Page<TicketClass> page = sound.ticketClasses().list(listing);
                        return new Page<>(page.items(), page.total() + deleted(sound, listing), page.request());
                    }),
                    "ticketClassesAreListedAsTheirEventIs",
                    "aPageOfTicketClassesIsTheOneThatBruteForceFinds"),
            fault(
                    "stops counting classes at a thousand",
                    classes((sound, listing) -> {
                        Page<TicketClass> page = sound.ticketClasses().list(listing);
                        return new Page<>(page.items(), Math.min(MOST, page.total()), page.request());
                    }),
                    "aPartThatThousandsOfNamesHaveIsFoundLikeAnyOther"));

    private BrokenListings() {}

    private static Supplier<Store> events(BiFunction<Transaction, EventListing, Page<Event>> broken) {
        return breaking(
                EventTable.class, "list", (sound, call) -> broken.apply(sound, call.argument(0, EventListing.class)));
    }

    private static Supplier<Store> classes(BiFunction<Transaction, TicketClassListing, Page<TicketClass>> broken) {
        return breaking(
                TicketClassTable.class,
                "list",
                (sound, call) -> broken.apply(sound, call.argument(0, TicketClassListing.class)));
    }

    private static Supplier<Store> given(UnaryOperator<Instant> clock) {
        return breaking(
                EventTable.class,
                "given",
                (sound, call) -> call.with(
                        call.arguments()[0], call.arguments()[1], clock.apply(call.argument(2, Instant.class))));
    }

    private static long deleted(Transaction transaction, TicketClassListing listing) {
        return transaction.identities().events(listing.events().organization()).stream()
                .map(known -> transaction.events().find(known.ref()).orElseThrow())
                .filter(event -> event.get(EventAttributes.STATE).equals(Optional.of("deleted")))
                .mapToLong(event -> transaction.ticketClasses().of(event.ref()).size())
                .sum();
    }

    private static TicketClassListing hiddenToo(TicketClassListing listing) {
        return new TicketClassListing(
                listing.events(),
                listing.namePart(),
                listing.ofEvents(),
                listing.costAbove(),
                listing.costBelow(),
                listing.salesStartAfter(),
                listing.salesEndBefore(),
                Optional.empty(),
                listing.order(),
                listing.page());
    }
}
