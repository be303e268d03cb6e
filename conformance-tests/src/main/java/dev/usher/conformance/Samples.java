package dev.usher.conformance;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.access.User;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoredBlock;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Values at the edge of what is allowed, and short ways to put something into a store. */
final class Samples {

    /** Names that differ from one another only in what careless stores drop, fold or trim. */
    static final List<String> AWKWARD_NAMES = List.of(
            "a",
            "A",
            " a",
            "a ",
            "a  ",
            "a\t",
            "a\n",
            "\u00e4",
            "a\u0308",
            "\u00df",
            "ss",
            "i",
            "I",
            "\u0131",
            "\u0130",
            "O'Hara",
            "O''Hara",
            "\"quoted\"",
            "`quoted`",
            "50%_off",
            "50%%off",
            "\\",
            "\\\\",
            "null",
            "0",
            "00",
            "\u0001",
            "\u200b",
            "\ufeffa",
            "\ud83c\udfab",
            "\ud83c\udfab".repeat(127) + "x",
            "x".repeat(255),
            "x".repeat(254) + "X",
            "\u6f22".repeat(255));

    /** Instants at which zones, epochs and carelessly chosen units break. */
    static final List<Instant> AWKWARD_INSTANTS = List.of(
            Instant.parse("1970-01-01T00:00:00Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("1970-01-01T00:00:00.000001Z"),
            Instant.parse("2025-03-30T01:30:00.123456Z"),
            Instant.parse("2025-10-26T00:30:00.654321Z"),
            Instant.parse("2025-10-26T01:30:00.654321Z"),
            Instant.parse("2038-01-19T03:14:08.000007Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"));

    private Samples() {}

    /** Adds an organization of that name. */
    static Organization organization(Store store, String name) {
        return store.write(transaction -> {
            Organization added = new Organization(transaction.identities().reserve(1), name, new NameKey(17, -17));
            transaction.identities().add(added);
            return added;
        });
    }

    /** Adds an event of that name. */
    static KnownEvent event(Store store, Organization organization, String name) {
        return store.write(transaction -> {
            EventRef ref =
                    new EventRef(organization.id(), transaction.identities().reserve(1));
            KnownEvent added = new KnownEvent(ref, name);
            transaction.identities().add(added);
            return added;
        });
    }

    /** Adds an event in an organization of its own and says where its log is. */
    static EventRef log(Store store) {
        return event(store, organization(store, "house"), "concert").ref();
    }

    /** A number that nobody else has. */
    static long number(Store store) {
        return store.write(transaction -> transaction.identities().reserve(1));
    }

    static AccessToken token(long id, long organization, String label, Instant createdAt) {
        return new AccessToken(
                id,
                organization,
                Role.MEMBER,
                label,
                TokenDigest.of("secret of token " + id),
                createdAt,
                Optional.empty());
    }

    static AccessToken token(Store store, Organization organization) {
        AccessToken token =
                token(number(store), organization.id(), "box office", Instant.parse("2025-05-21T06:00:00.000001Z"));
        return store.write(transaction -> {
            transaction.tokens().add(token);
            return token;
        });
    }

    /** A block over that stretch, whose bytes tell from which stretch they are. */
    static StoredBlock block(long first, long last) {
        return new StoredBlock(
                new BlockRange(first, last, (int) (last - first + 1)),
                bytes(200, first * 31 + last),
                bytes(100, first * 37 + last));
    }

    /** So many bytes, other ones for each seed. */
    static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Appends a block of so many operations to a log and moves its head, as the engine does. */
    static LogHead append(Transaction transaction, EventRef log, int operations) {
        LogHead head = transaction.operations().lock(log);
        LogHead moved = new LogHead(log, head.sequence() + operations, Math.max(head.recordedAt(), 0) + 1);
        transaction.operations().add(log, block(head.sequence() + 1, moved.sequence()));
        transaction.operations().moveHead(moved);
        return moved;
    }

    /** Appends in a transaction of its own. */
    static LogHead append(Store store, EventRef log, int operations) {
        return store.write(transaction -> append(transaction, log, operations));
    }

    /** Adds somebody who may do everything in an organization. */
    static Membership member(Store store, Organization organization) {
        return store.write(transaction -> {
            long number = transaction.identities().reserve(1);
            Membership joined = new Membership(number, organization.id(), Role.OWNER);
            transaction.users().add(new User(number, "person " + number, "Ada", ""));
            transaction.users().join(joined);
            return joined;
        });
    }

    /** Adds one of everything that belongs to an event, to its organization or to a person there, all of it new. */
    static void addConcepts(Transaction transaction, EventRef event) {
        long number = transaction.identities().reserve(Shelf.ALL.size() + 1);
        for (Shelf shelf : Shelf.ALL) {
            shelf.adding().add(transaction, event, number++, AttributeSamples.variant(shelf.attributes(), 1));
        }
        User user = new User(number, "person " + number, "Ada", "");
        transaction.users().add(user);
        transaction.users().join(new Membership(user.id(), event.organization(), Role.OWNER));
    }

    /** Adds an organization with an event, a token, a log and all that belongs to it. */
    static void addEverything(Transaction transaction) {
        Organization house = new Organization(transaction.identities().reserve(1), "opera", new NameKey(1, 2));
        transaction.identities().add(house);
        KnownEvent event =
                new KnownEvent(new EventRef(house.id(), transaction.identities().reserve(1)), "concert");
        transaction.identities().add(event);
        transaction.tokens().add(token(transaction.identities().reserve(1), house.id(), "", Instant.EPOCH));
        append(transaction, event.ref(), 3);
        addConcepts(transaction, event.ref());
    }
}
