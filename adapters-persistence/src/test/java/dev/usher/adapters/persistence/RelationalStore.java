package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.StoredBlock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What both databases must do, beyond the published contract. Runs once for each of them. */
@Timeout(120)
abstract class RelationalStore {
    private static final List<String> EXTREMES = List.of(
            "a",
            "A",
            "a ",
            "a  ",
            " a",
            "a\t",
            "\u00e4",
            "a\u0308",
            "\u00df",
            "ss",
            "it's \"quoted\" ; -- \\ %_ <x> :y",
            "\ud83c\udfab\ud83c\udfab",
            "\ud83c\udfab".repeat(127) + "x",
            "\u6f22".repeat(255),
            "x".repeat(255),
            "x".repeat(254) + "X");

    Store store;

    /** A store on a database of its own for each test, and the same one when it was closed. */
    abstract Store open();

    /** A connection of its own to the database of the open store. */
    abstract Connection connection() throws SQLException;

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void namesCompareToTheLetterAndSurviveReopening() {
        List<KnownEvent> events = new ArrayList<>();
        for (String name : EXTREMES) {
            long organization = 1_000L + events.size();
            KnownEvent event = new KnownEvent(new EventRef(organization, 2_000L + events.size()), name);
            store.write(transaction -> {
                transaction.identities().add(new Organization(organization, name, new NameKey(-1, organization)));
                transaction.identities().add(event);
                return event;
            });
            events.add(event);
        }
        store.close();
        store = open();
        for (KnownEvent event : events) {
            store.read(transaction -> {
                assertThat(transaction.identities().organization(event.externalId()))
                        .contains(new Organization(
                                event.ref().organization(),
                                event.externalId(),
                                new NameKey(-1, event.ref().organization())));
                assertThat(transaction.identities().event(event.ref().organization(), event.externalId()))
                        .contains(event);
                return event;
            });
        }
    }

    @Test
    void tokensKeepTheirMicroseconds() {
        Appends.registered(store);
        Instant created = Instant.parse("1969-12-31T23:59:59.999999Z");
        Instant revoked = Instant.parse("9999-12-31T23:59:59.123456Z");
        AccessToken token =
                new AccessToken(5, 1, Role.OWNER, " label ", TokenDigest.of("secret"), created, Optional.empty());
        store.write(transaction -> {
            assertThat(transaction.tokens().none()).isTrue();
            transaction.tokens().add(token);
            assertThat(transaction.tokens().find(token.digest())).contains(token);
            assertThat(transaction.tokens().revoke(2, 5, revoked)).isFalse();
            assertThat(transaction.tokens().revoke(1, 5, revoked)).isTrue();
            return transaction.tokens().revoke(1, 5, Instant.EPOCH);
        });
        assertThat(store.<List<AccessToken>>read(
                        transaction -> transaction.tokens().of(1)))
                .containsExactly(token.revoked(revoked));
    }

    @Test
    void longBlocksComeBackByteForByte() {
        List<byte[]> payloads = List.of(
                new byte[0],
                new byte[] {0},
                Appends.bytes(262_144, 1),
                Appends.bytes(262_145, 2),
                Appends.bytes(5_000_000, 3));
        for (byte[] payload : payloads) {
            Appends.append(store, Appends.LOG, 1, payload);
        }
        for (int at = 0; at < payloads.size(); at++) {
            BlockRange range = new BlockRange(at + 1L, at + 1L, 1);
            byte[] expected = payloads.get(at);
            store.read(transaction -> {
                assertThat(transaction.operations().operations(Appends.LOG, range))
                        .hasValue(expected);
                assertThat(transaction.operations().names(Appends.LOG, range)).hasValue(new byte[] {7});
                return range;
            });
        }
    }

    @Test
    void aMissingPartOfABlockIsDamageAndNamesEventAndRange() throws SQLException {
        Appends.append(store, Appends.LOG, 3, Appends.bytes(1_000, 1));
        execute("DELETE FROM operation_payload");
        assertThatThrownBy(() -> store.read(
                        transaction -> transaction.operations().operations(Appends.LOG, new BlockRange(1, 3, 3))))
                .isInstanceOf(DamagedLog.class)
                .hasMessageContaining("event 2")
                .hasMessageContaining("1..3");
    }

    @Test
    void removingABlockLeavesNoPayloadBehind() throws SQLException {
        Appends.append(store, Appends.LOG, 3, Appends.bytes(60_000, 1));
        assertThat(count("SELECT COUNT(*) FROM operation_payload")).isPositive();
        assertThat(store.<Boolean>write(
                        transaction -> transaction.operations().remove(Appends.LOG, new BlockRange(1, 2, 2))))
                .isFalse();
        assertThat(store.<Boolean>write(
                        transaction -> transaction.operations().remove(Appends.LOG, new BlockRange(1, 3, 3))))
                .isTrue();
        assertThat(count("SELECT COUNT(*) FROM operation_payload")).isZero();
        assertThat(count("SELECT COUNT(*) FROM operation_names")).isZero();
    }

    @Test
    void workThatThrowsLeavesNothing() {
        assertThatThrownBy(() -> store.write(transaction -> {
                    transaction.identities().add(new Organization(9, "gone", new NameKey(1, 1)));
                    transaction.operations().lock(Appends.LOG);
                    transaction
                            .operations()
                            .add(Appends.LOG, new StoredBlock(new BlockRange(1, 1, 1), new byte[9], new byte[9]));
                    transaction.afterCommit(() -> {
                        throw new AssertionError("ran after a rollback");
                    });
                    throw new IllegalArgumentException("changed my mind");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.<Optional<LogHead>>read(
                        transaction -> transaction.operations().head(Appends.LOG)))
                .isEmpty();
        assertThat(Appends.ranges(store, Appends.LOG)).isEmpty();
        assertThat(store.<List<Organization>>read(
                        transaction -> transaction.identities().organizations()))
                .isEmpty();
    }

    @Test
    void fourThreadsAppendWithoutGapOrOverlap() throws Exception {
        Callable<List<LogHead>> appends = () -> {
            List<LogHead> heads = new ArrayList<>();
            for (int time = 0; time < 25; time++) {
                heads.add(Appends.append(store, Appends.LOG, 1 + time % 3, new byte[] {1}));
            }
            return heads;
        };
        List<List<LogHead>> heads = together(Collections.nCopies(4, appends));
        List<BlockRange> ranges = Appends.ranges(store, Appends.LOG);
        assertThat(ranges).hasSize(100);
        long next = 1;
        for (BlockRange range : ranges) {
            assertThat(range.first()).isEqualTo(next);
            next = range.last() + 1;
        }
        assertThat(heads.stream().flatMap(List::stream).map(LogHead::recordedAt))
                .as("each append has an instant of its own")
                .doesNotHaveDuplicates();
    }

    @Test
    void numbersAreHandedOutOnce() throws Exception {
        Callable<List<Long>> reservations = () -> {
            List<Long> firsts = new ArrayList<>();
            for (int time = 0; time < 25; time++) {
                firsts.add(store.write(transaction -> transaction.identities().reserve(7)));
            }
            return firsts;
        };
        List<Long> firsts = together(Collections.nCopies(4, reservations)).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
        for (int at = 0; at < firsts.size(); at++) {
            assertThat(firsts.get(at)).isEqualTo(1 + 7L * at);
        }
    }

    @Test
    void whoWaitsTooLongForAHeadIsToldToTryAgain() throws Exception {
        Appends.append(store, Appends.LOG, 1, new byte[] {1});
        Callable<LogHead> waiting = () -> Appends.append(store, Appends.LOG, 1, new byte[] {1});
        store.write(transaction -> {
            transaction.operations().lock(Appends.LOG);
            assertThatThrownBy(() -> together(List.of(waiting))).hasCauseInstanceOf(StoreUnavailable.class);
            return transaction;
        });
        assertThat(Appends.append(store, Appends.LOG, 1, new byte[] {1}).sequence())
                .isEqualTo(2);
    }

    @Test
    void aNameThatIsAlwaysTakenEndsAfterAFewAttempts() {
        Appends.registered(store);
        List<Integer> attempts = new ArrayList<>();
        assertThatThrownBy(() -> store.write(transaction -> {
                    attempts.add(1);
                    transaction.identities().add(new Organization(99, "house", new NameKey(1, 1)));
                    return attempts;
                }))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("10 times");
        assertThat(attempts).hasSize(Attempts.MOST);
    }

    @Test
    void nothingIsWrittenWhileReading() {
        assertThatThrownBy(
                        () -> store.read(transaction -> transaction.identities().reserve(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing may be written while reading");
        assertThat(store.<Long>write(transaction -> transaction.identities().reserve(1)))
                .isEqualTo(1);
    }

    final void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    final long count(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
