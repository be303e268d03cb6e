package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.store.BlockRange;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.StoredBlock;
import java.nio.file.Path;
import java.util.List;
import org.hsqldb.lib.FileUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt is no fault of the disk: what is begun is done, and the thread is interrupted after it. */
final class InterruptTest {
    private static final byte[] LONG = Appends.bytes(3 * BlockFiles.LEAST_BYTES, 1);
    private static final BlockRange FIRST = new BlockRange(1, 1, 1);
    private static final BlockRange SECOND = new BlockRange(2, 2, 1);

    @TempDir
    private Path folder;

    @AfterEach
    void forgetInterrupt() {
        Thread.interrupted();
    }

    @Test
    void anInterruptedThreadAppendsAndReadsAndIsStillInterrupted() {
        try (Store store = Appends.hsqldb(folder)) {
            Thread.currentThread().interrupt();
            Appends.append(store, Appends.LOG, 1, LONG);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(operations(store, FIRST)).isEqualTo(LONG);
            assertThat(Thread.interrupted()).isTrue();
            Appends.append(store, Appends.LOG, 1, LONG);
            assertThat(operations(store, SECOND)).isEqualTo(LONG);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    // Within a transaction, behind the last statement, for HSQLDB forgets an interrupt at each.
    @Test
    void anInterruptBeforeAnyStepAtTheFilesLeavesTheDiskSound() {
        FaultLatch latch = new FaultLatch();
        WatchedFiles watched = new WatchedFiles(FileUtil.getFileAccess(false), latch);
        Thread.currentThread().interrupt();
        BlockFiles files = BlockFiles.open(folder, "usher", watched, latch, WriteGuard.NONE, List.of());
        files.write(1, new StoredBlock(FIRST, LONG, new byte[0]));
        files.syncNames();
        assertThat(files.read(Appends.LOG, FIRST, 1, 0, LONG.length)).isEqualTo(LONG);
        assertThat(latch.isTripped()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aThreadInterruptedWhileItWaitsForItsTurnSaysSo() {
        Turns turns = new Turns();
        try (Turns.Held first = turns.begin();
                Turns.Held second = turns.begin()) {
            first.take(Appends.LOG);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> second.take(Appends.LOG))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static byte[] operations(Store store, BlockRange range) {
        return store.read(transaction ->
                transaction.operations().operations(Appends.LOG, range).orElseThrow());
    }
}
