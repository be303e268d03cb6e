package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.adapter.Settings;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hsqldb.lib.FileAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was told to be kept is kept, also on a disk that fails or is full. */
final class DiskFaultTest {
    private static final int APPENDS = 4;
    private static final int MOST_FAULTS = 200;

    /** Longer than HSQLDB's buffer, so that a write can fail in the middle of a transaction. */
    private static final int SHORT = 40_000;

    /** Has a file of its own, which is written in several pieces. */
    private static final int LONG = 3 * BlockFiles.LEAST_BYTES;

    @TempDir
    private Path folders;

    @Test
    void wheneverTheDiskFailsWhatWasAcknowledgedIsKeptAndNothingMoreIsAcknowledged() {
        int fault = 1;
        while (isReached(fault)) {
            fault++;
            assertThat(fault).isLessThan(MOST_FAULTS);
        }
        assertThat(fault).as("faults tried").isGreaterThan(2 * APPENDS);
    }

    @Test
    void aBlocksFileIsOnTheDiskBeforeTheCommitThatNamesIt() {
        AtomicReference<FaultyDisk> disk = new AtomicReference<>();
        HsqldbStoreFactory factory = new HsqldbStoreFactory(real -> watch(disk, real));
        try (Store store = factory.open(Appends.url(folders), Appends.SETTINGS)) {
            int before = disk.get().steps().size();
            assertThat(isAcknowledged(store, LONG)).isTrue();
            List<String> steps = disk.get().steps();
            assertThat(steps.subList(before, steps.size()))
                    .containsSubsequence("write 1.block", "sync 1.block", "write usher.log", "sync usher.log")
                    .containsOnlyOnce("sync 1.block", "sync usher.log")
                    .endsWith("sync usher.log");
        }
    }

    @Test
    void tooLittleFreeSpaceRefusesWritesAndServesReads() {
        try (Store store = Appends.hsqldb(folders)) {
            Appends.append(store, Appends.LOG, 2, new byte[] {1});
        }
        Settings demanding = Settings.of(Map.of("store.least-free-space", "1000000g"));
        try (Store store = new HsqldbStoreFactory().open(Appends.url(folders), demanding)) {
            assertThatThrownBy(() -> Appends.append(store, Appends.LOG, 1, new byte[] {1}))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("store.least-free-space");
            assertThat(Appends.ranges(store, Appends.LOG)).containsExactly(new BlockRange(1, 2, 2));
        }
    }

    /** Appends on a disk whose n-th write or sync fails; false when that many never happened. */
    private boolean isReached(int n) {
        Path folder = folders.resolve("fault-" + n);
        AtomicReference<FaultyDisk> disk = new AtomicReference<>();
        HsqldbStoreFactory factory = new HsqldbStoreFactory(real -> watch(disk, real));
        int acknowledged = 0;
        try (Store store = factory.open(Appends.url(folder), Appends.SETTINGS)) {
            disk.get().failAt(n);
            for (int append = 0; append < APPENDS; append++) {
                acknowledged += isAcknowledged(store, append % 2 == 0 ? SHORT : LONG) ? 1 : 0;
            }
            if (disk.get().hasFailed()) {
                assertThat(isAcknowledged(store, SHORT))
                        .as("a write after fault " + n)
                        .isFalse();
                assertThat(Appends.ranges(store, Appends.LOG)).hasSizeBetween(acknowledged, acknowledged + 1);
            }
        }
        try (Store store = Appends.hsqldb(folder)) {
            List<BlockRange> kept = Appends.ranges(store, Appends.LOG);
            assertThat(kept).as("after fault " + n).hasSizeBetween(acknowledged, acknowledged + 1);
            kept.forEach(range -> assertThat(operations(store, range)).hasValueSatisfying(DiskFaultTest::isWhole));
            assertThat(folder.resolve("usher.blocks").toFile().list())
                    .as("files after fault " + n)
                    .hasSize(kept.size() / 2);
            Appends.append(store, Appends.LOG, 1, new byte[] {1});
        }
        return disk.get().hasFailed();
    }

    private static boolean isAcknowledged(Store store, int length) {
        try {
            Appends.append(store, Appends.LOG, 1, Appends.bytes(length, 1));
            return true;
        } catch (StoreUnavailable refused) {
            assertThat(refused).hasMessageContaining("disk failed");
            return false;
        }
    }

    private static Optional<byte[]> operations(Store store, BlockRange range) {
        return store.read(transaction -> transaction.operations().operations(Appends.LOG, range));
    }

    private static void isWhole(byte[] payload) {
        assertThat(payload).isEqualTo(Appends.bytes(payload.length == SHORT ? SHORT : LONG, 1));
    }

    private static FileAccess watch(AtomicReference<FaultyDisk> disk, FileAccess real) {
        disk.set(new FaultyDisk(real));
        return disk.get();
    }
}
