package dev.usher.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.NameKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The store in memory keeps the promises of the port: all or nothing, one snapshot to a reader, reading only reads. */
class MemoryStoreTest {
    private static final Organization HOUSE = new Organization(1, "house", new NameKey(1, 2));
    private static final EventRef EVENT = new EventRef(1, 2);
    private static final BlockRange RANGE = new BlockRange(1, 3, 3);
    private static final AccessToken TOKEN =
            new AccessToken(3, 1, Role.OWNER, "door", TokenDigest.of("secret"), Instant.EPOCH, Optional.empty());

    private final MemoryStore store = new MemoryStore();

    /** One of everything that can be written. */
    static List<Consumer<Transaction>> writes() {
        return List.of(
                transaction -> transaction.identities().reserve(10),
                transaction -> transaction.identities().add(HOUSE),
                transaction -> transaction.identities().add(new KnownEvent(EVENT, "club night")),
                transaction -> transaction.tokens().add(TOKEN),
                transaction -> transaction.operations().lock(EVENT),
                transaction -> transaction.operations().moveHead(new LogHead(EVENT, 3, 4)),
                transaction -> transaction.operations().add(EVENT, new StoredBlock(RANGE, new byte[3], new byte[2])));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aReaderMayNotWrite(Consumer<Transaction> write) {
        assertThatThrownBy(() -> store.read(transaction -> {
                    write.accept(transaction);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        requireEmpty();
    }

    @Test
    void aTransactionThatThrowsLeavesNoTrace() {
        List<String> committed = new ArrayList<>();
        assertThatThrownBy(() -> store.write(transaction -> {
                    writes().forEach(write -> write.accept(transaction));
                    transaction.afterCommit(() -> committed.add("committed"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        requireEmpty();
        assertThat(committed).isEmpty();
    }

    @Test
    void whatOneTransactionWroteTheNextOneSees() {
        writeEverything();
        store.read(transaction -> {
            assertThat(transaction.identities().organization("house")).contains(HOUSE);
            assertThat(transaction.identities().organization(1)).contains(HOUSE);
            assertThat(transaction.identities().event(1, "club night").map(KnownEvent::ref))
                    .contains(EVENT);
            assertThat(transaction.identities().event(2, "club night")).isEmpty();
            assertThat(transaction.identities().event(new EventRef(2, 2))).isEmpty();
            assertThat(transaction.identities().events(1)).hasSize(1);
            assertThat(transaction.tokens().find(TokenDigest.of("secret"))).contains(TOKEN);
            assertThat(transaction.tokens().none()).isFalse();
            assertThat(transaction.operations().head(EVENT)).contains(new LogHead(EVENT, 3, 4));
            assertThat(transaction.operations().ranges(EVENT)).containsExactly(RANGE);
            assertThat(transaction.operations().operations(EVENT, RANGE))
                    .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(3));
            assertThat(transaction.operations().names(EVENT, RANGE))
                    .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(2));
            return true;
        });
    }

    @Test
    void aReaderSeesOneSnapshotWhateverIsWrittenMeanwhile() {
        store.read(transaction -> {
            writeEverything();
            assertThat(transaction.identities().organizations()).isEmpty();
            assertThat(transaction.operations().head(EVENT)).isEmpty();
            assertThat(transaction.operations().ranges(EVENT)).isEmpty();
            return true;
        });
        assertThat(store.<Integer>read(
                        transaction -> transaction.identities().organizations().size()))
                .isEqualTo(1);
    }

    @Test
    void actionsRunOnceAfterTheCommitAndSeeIt() {
        List<Boolean> seen = new ArrayList<>();
        store.write(transaction -> {
            transaction.afterCommit(() -> seen.add(
                    store.read(later -> later.identities().organization("house").isPresent())));
            transaction.identities().add(HOUSE);
            return true;
        });
        assertThat(seen).containsExactly(true);
    }

    @Test
    void numbersAreNeverGivenTwice() {
        long first = store.write(transaction -> transaction.identities().reserve(5));
        long next = store.write(transaction -> transaction.identities().reserve(1));
        assertThat(first).isEqualTo(1);
        assertThat(next).isEqualTo(6);
    }

    @Test
    void aBlockIsRemovedOnlyByItsFirstAndLastNumberAndOnlyOnce() {
        writeEverything();
        assertThat(remove(new BlockRange(1, 2, 3))).isFalse();
        assertThat(remove(new BlockRange(2, 3, 3))).isFalse();
        assertThat(remove(RANGE)).isTrue();
        assertThat(remove(RANGE)).isFalse();
    }

    @Test
    void aTokenIsRevokedOnceAndOnlyWithinItsOrganization() {
        writeEverything();
        Instant now = Instant.EPOCH.plusSeconds(9);
        assertThat(revoke(2, now)).isFalse();
        assertThat(revoke(1, now)).isTrue();
        assertThat(revoke(1, now.plusSeconds(1))).isTrue();
        assertThat(store.<List<AccessToken>>read(
                        transaction -> transaction.tokens().of(1)))
                .extracting(AccessToken::revokedAt)
                .containsExactly(Optional.of(now));
    }

    @Test
    void aNameCanBeAddedOnlyOnce() {
        writeEverything();
        assertThatThrownBy(() -> store.write(transaction -> {
                    transaction.identities().add(new KnownEvent(new EventRef(1, 99), "club night"));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'club night'");
    }

    @Test
    void aClosedStoreIsUnavailable() {
        store.close();
        assertThatThrownBy(() -> store.read(transaction -> true)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.write(transaction -> true)).isInstanceOf(StoreUnavailable.class);
    }

    private void writeEverything() {
        store.write(transaction -> {
            writes().forEach(write -> write.accept(transaction));
            return true;
        });
    }

    private boolean remove(BlockRange range) {
        return store.write(transaction -> transaction.operations().remove(EVENT, range));
    }

    private boolean revoke(long organization, Instant at) {
        return store.write(transaction -> transaction.tokens().revoke(organization, 3, at));
    }

    private void requireEmpty() {
        store.read(transaction -> {
            assertThat(transaction.identities().organizations()).isEmpty();
            assertThat(transaction.identities().events(1)).isEmpty();
            assertThat(transaction.tokens().none()).isTrue();
            assertThat(transaction.operations().head(EVENT)).isEmpty();
            assertThat(transaction.operations().ranges(EVENT)).isEmpty();
            return true;
        });
        assertThat(store.<Long>write(transaction -> transaction.identities().reserve(1)))
                .isEqualTo(1);
    }
}
