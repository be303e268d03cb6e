package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoredBlock;
import dev.usher.core.store.Transaction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What must be there when a store is opened again: everything that was committed, or nothing when it forgets at the end. */
public interface DurabilityContract extends TestedStore {

    /** If this fails, look at what is written to disk at the commit, and at whether opening keeps what it finds. */
    @Test
    default void whatWasCommittedIsThereAfterReopening() {
        Contents committed;
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            AccessToken token = Samples.token(store, house);
            Samples.token(store, house);
            EventRef log = Samples.event(store, house, "concert").ref();
            Samples.append(store, log, 1);
            Samples.append(store, log, 2);
            store.write(transaction -> {
                transaction
                        .operations()
                        .add(
                                log,
                                new StoredBlock(
                                        new BlockRange(4, 90_000, 80_000),
                                        Samples.bytes(1 << 20, 3),
                                        Samples.bytes(1 << 16, 4)));
                transaction.operations().remove(log, new BlockRange(2, 3, 2));
                Samples.addConcepts(transaction, log);
                return transaction.tokens().revoke(house.id(), token.id(), token.createdAt());
            });
            committed = Contents.of(store);
        }
        try (Store reopened = open()) {
            assertThat(Contents.of(reopened)).isEqualTo(survivesClosing() ? committed : Contents.NOTHING);
        }
    }

    /** If this fails, look at whether a rollback reaches the disk, too. */
    @Test
    default void whatWasRolledBackStaysAwayAfterReopening() {
        Contents committed;
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            Samples.append(store, log, 1);
            committed = Contents.of(store);
            Function<Transaction, Object> abandoned = transaction -> {
                Samples.append(transaction, log, 1);
                throw new Abandoned();
            };
            assertThatThrownBy(() -> store.write(abandoned)).isInstanceOf(Abandoned.class);
        }
        try (Store reopened = open()) {
            assertThat(Contents.of(reopened)).isEqualTo(survivesClosing() ? committed : Contents.NOTHING);
        }
    }

    /** If this fails, look at where the counter of numbers is kept: a number used before closing is used for ever. */
    @Test
    default void numbersGoOnAfterReopening() {
        long last;
        try (Store store = open()) {
            last = store.write(transaction -> transaction.identities().reserve(1_000)) + 999;
        }
        try (Store reopened = open()) {
            assertThat(Samples.number(reopened)).isGreaterThan(survivesClosing() ? last : 0);
        }
    }

    /** If this fails, look at what opening locks or loses: the log goes on where it ended. */
    @Test
    default void aLogGoesOnAfterReopening() {
        EventRef log;
        try (Store store = open()) {
            log = Samples.log(store);
            Samples.append(store, log, 7);
        }
        try (Store reopened = open()) {
            EventRef continued = survivesClosing() ? log : Samples.log(reopened);
            assertThat(Samples.append(reopened, continued, 1).sequence()).isEqualTo(survivesClosing() ? 8 : 1);
        }
    }
}
