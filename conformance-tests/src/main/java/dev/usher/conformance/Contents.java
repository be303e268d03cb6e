package dev.usher.conformance;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * All that a store holds at one moment, as a value that can be compared.
 *
 * @param blocks event, range, operations and names of each block, in words
 * @param concepts events with all that is known of them, their lists, what belongs to them, and people
 */
record Contents(
        List<Organization> organizations,
        List<KnownEvent> events,
        List<AccessToken> tokens,
        List<LogHead> heads,
        List<String> blocks,
        List<Object> concepts) {

    /** What an empty store holds. */
    static final Contents NOTHING = new Contents(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    static Contents of(Store store) {
        return store.read(Contents::of);
    }

    static Contents of(Transaction transaction) {
        List<Organization> organizations = transaction.identities().organizations();
        List<KnownEvent> events = organizations.stream()
                .flatMap(organization -> transaction.identities().events(organization.id()).stream())
                .toList();
        List<AccessToken> tokens = organizations.stream()
                .flatMap(organization -> transaction.tokens().of(organization.id()).stream())
                .toList();
        // A head at zero may be kept or not: no operation tells the difference.
        List<LogHead> heads = events.stream()
                .flatMap(event -> transaction.operations().head(event.ref()).stream())
                .filter(head -> head.sequence() > 0)
                .toList();
        List<String> blocks = events.stream()
                .map(KnownEvent::ref)
                .flatMap(event -> transaction.operations().ranges(event).stream()
                        .map(range -> inWords(transaction, event, range)))
                .toList();
        List<Object> concepts = new ArrayList<>();
        organizations.forEach(organization -> addConcepts(transaction, organization.id(), concepts));
        events.forEach(event -> {
            concepts.add(transaction.events().find(event.ref()));
            concepts.add(transaction.ticketClasses().of(event.ref()));
            concepts.add(transaction.questions().of(event.ref()));
        });
        return new Contents(organizations, events, tokens, heads, blocks, List.copyOf(concepts));
    }

    private static void addConcepts(Transaction transaction, long organization, List<Object> concepts) {
        concepts.add(transaction.events().list(EventListing.all(organization, Instant.EPOCH)));
        concepts.add(transaction.venues().of(organization, PageRequest.first()));
        concepts.add(transaction.organizers().of(organization, PageRequest.first()));
        concepts.add(transaction.profiles().of(organization));
        List<Membership> members = transaction.users().in(organization);
        concepts.add(members);
        members.forEach(member -> concepts.add(transaction.users().find(member.user())));
    }

    private static String inWords(Transaction transaction, EventRef event, BlockRange range) {
        return event + " " + range + " of " + range.operations() + ": "
                + hex(transaction.operations().operations(event, range)) + " named "
                + hex(transaction.operations().names(event, range));
    }

    private static String hex(Optional<byte[]> bytes) {
        return bytes.map(HexFormat.of()::formatHex).orElse("missing");
    }
}
