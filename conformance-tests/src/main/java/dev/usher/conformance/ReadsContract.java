package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.access.User;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.event.Venue;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a store must do with reads: each sees one snapshot of what is committed, and changes nothing. */
public interface ReadsContract extends TestedStore {

    /** If this fails, look at the isolation of reads: all statements of one must answer from the moment of the first. */
    @Test
    default void aReadSeesOneSnapshotWhileAWriterCommits() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            Samples.append(store, log, 1);
            store.read(transaction -> {
                LogHead head = transaction.operations().head(log).orElseThrow();
                Concurrently.aside(() -> {
                    Samples.organization(store, "newcomer");
                    return Samples.append(store, log, 1);
                });
                assertThat(transaction.operations().ranges(log)).containsExactly(new BlockRange(1, 1, 1));
                assertThat(transaction.operations().head(log)).contains(head);
                assertThat(transaction.identities().organization("newcomer")).isEmpty();
                return head;
            });
            assertThat(Contents.of(store).blocks()).hasSize(2);
        }
    }

    /** If this fails, look at the isolation of reads: they neither see nor wait for what is not committed yet. */
    @Test
    default void nobodySeesWhatIsNotCommittedYet() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            Samples.append(store, log, 1);
            Contents before = Contents.of(store);
            Contents meanwhile = store.write(transaction -> {
                Samples.append(transaction, log, 1);
                Samples.addEverything(transaction);
                return Concurrently.aside(() -> Contents.of(store));
            });
            assertThat(meanwhile).isEqualTo(before);
            assertThat(Contents.of(store)).isNotEqualTo(before);
        }
    }

    /** If this fails, look at how a read refuses to write: by an exception, whatever is written, and without a trace. */
    @Test
    default void nothingIsWrittenWhileReading() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "theatre");
            EventRef log = Samples.event(store, house, "premiere").ref();
            AccessToken token = Samples.token(store, house);
            LogHead head = Samples.append(store, log, 1);
            Membership member = Samples.member(store, house);
            List<Shelved> shelved = Shelved.everything(store, log);
            Shelved seat = Shelved.on(store, Shelf.CLASSES, log);
            Contents before = Contents.of(store);
            List<Consumer<Transaction>> writes = new ArrayList<>(List.of(
                    transaction -> transaction.identities().reserve(1),
                    transaction -> transaction.identities().add(new Organization(900, "circus", new NameKey(1, 2))),
                    transaction -> transaction.identities().add(new KnownEvent(new EventRef(house.id(), 901), "ball")),
                    transaction -> transaction.tokens().add(Samples.token(902, house.id(), "", Instant.EPOCH)),
                    transaction -> transaction.tokens().revoke(house.id(), token.id(), Instant.EPOCH),
                    transaction -> Samples.addConcepts(transaction, log),
                    transaction -> transaction.events().lock(log),
                    transaction -> transaction.events().replace(new Event(log, "premiere", 1, Attributes.NONE)),
                    transaction -> transaction.venues().add(new Venue(house.id(), 903, 1, Attributes.NONE)),
                    transaction -> transaction.profiles().replace(new Profile(house.id(), 0, Attributes.NONE)),
                    transaction -> transaction.users().add(new User(904, "ada@example.com", "", "")),
                    transaction -> transaction.operations().lock(log),
                    transaction -> transaction.operations().moveHead(new LogHead(log, 2, head.recordedAt() + 1)),
                    transaction -> transaction.operations().add(log, Samples.block(2, 2)),
                    transaction -> transaction.operations().remove(log, new BlockRange(1, 1, 1)),
                    transaction -> transaction.tokens().end(house.id(), token.id(), Instant.EPOCH),
                    transaction -> transaction.users().join(new Membership(member.user(), house.id(), Role.OWNER)),
                    transaction -> transaction.users().leave(member.user(), house.id()),
                    transaction -> transaction.ticketClasses().remove(log, seat.number())));
            shelved.forEach(each -> writes.add(each::clear));
            List<Integer> allowed = new ArrayList<>();
            for (int at = 0; at < writes.size(); at++) {
                if (!isRefused(store, writes.get(at))) {
                    allowed.add(at);
                }
            }
            assertThat(allowed)
                    .as("writes that a read allowed, by their place in the list")
                    .isEmpty();
            assertThat(Contents.of(store)).isEqualTo(before);
        }
    }

    private static boolean isRefused(Store store, Consumer<Transaction> write) {
        try {
            store.read(transaction -> {
                write.accept(transaction);
                return transaction;
            });
            return false;
        } catch (RuntimeException refused) {
            return true;
        }
    }
}
