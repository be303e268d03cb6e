package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.StoredBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long blocks stand in files: as many as there are such blocks, whole, and gone when the block is. */
final class BlockFilesTest {
    private static final byte[] LONG = Appends.bytes(BlockFiles.LEAST_BYTES, 1);
    private static final byte[] SHORT = Appends.bytes(1_000, 2);
    private static final BlockRange FIRST = new BlockRange(1, 1, 1);

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Appends.hsqldb(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onlyLongBlocksHaveFilesAndBothComeBackAfterReopening() throws IOException {
        Appends.append(store, Appends.LOG, 1, LONG);
        Appends.append(store, Appends.LOG, 1, SHORT);
        assertThat(files()).hasSize(1);
        store.close();
        open();
        assertThat(operations(FIRST)).hasValue(LONG);
        assertThat(names(FIRST)).hasValue(new byte[] {7});
        assertThat(operations(new BlockRange(2, 2, 1))).hasValue(SHORT);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aBlockOfNamesAloneHasAFileToo() {
        StoredBlock block = new StoredBlock(FIRST, new byte[0], LONG);
        store.write(transaction -> {
            transaction.operations().add(Appends.LOG, block);
            return block;
        });
        assertThat(operations(FIRST)).hasValue(new byte[0]);
        assertThat(names(FIRST)).hasValue(LONG);
    }

    @Test
    void aRemovedBlocksFileGoesOnceNobodySeesItAnyMore() throws IOException {
        Appends.append(store, Appends.LOG, 1, LONG);
        store.read(transaction -> {
            assertThat(transaction.operations().ranges(Appends.LOG)).hasSize(1);
            remove(FIRST);
            assertThat(transaction.operations().operations(Appends.LOG, FIRST)).hasValue(LONG);
            return transaction;
        });
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsAddedAndMergedInOneTransactionLeavesOneFile() throws IOException {
        BlockRange second = new BlockRange(2, 2, 1);
        BlockRange merged = new BlockRange(1, 2, 2);
        Appends.append(store, Appends.LOG, 1, LONG);
        store.write(transaction -> {
            transaction.operations().add(Appends.LOG, new StoredBlock(second, LONG, SHORT));
            assertThat(transaction.operations().names(Appends.LOG, second)).hasValue(SHORT);
            assertThat(transaction.operations().remove(Appends.LOG, FIRST)).isTrue();
            assertThat(transaction.operations().remove(Appends.LOG, second)).isTrue();
            transaction.operations().add(Appends.LOG, new StoredBlock(merged, LONG, LONG));
            return merged;
        });
        assertThat(files()).hasSize(1);
        assertThat(names(merged)).hasValue(LONG);
    }

    @Test
    void workThatThrowsLeavesTheFilesAsTheyWere() throws IOException {
        Appends.append(store, Appends.LOG, 1, LONG);
        List<Path> before = files();
        assertThatThrownBy(() -> store.write(transaction -> {
                    transaction
                            .operations()
                            .add(Appends.LOG, new StoredBlock(new BlockRange(2, 2, 1), LONG, new byte[0]));
                    assertThat(transaction.operations().remove(Appends.LOG, FIRST))
                            .isTrue();
                    throw new IllegalArgumentException("changed my mind");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(files()).isEqualTo(before);
        assertThat(operations(FIRST)).hasValue(LONG);
    }

    @Test
    void theStartDeletesWhatNoRowNamesAndNothingElseAndGivesNoNumberAgain() throws IOException {
        Appends.append(store, Appends.LOG, 1, LONG);
        List<Path> before = files();
        store.close();
        Path leftover = Files.write(blocks().resolve("9000.block"), SHORT);
        Path foreign = Files.write(blocks().resolve("notes.txt"), SHORT);
        open();
        assertThat(leftover).doesNotExist();
        assertThat(foreign).hasBinaryContent(SHORT);
        Appends.append(store, Appends.LOG, 1, LONG);
        assertThat(files()).contains(blocks().resolve("9001.block")).containsAll(before);
    }

    @Test
    void aFileThatIsMissingOrTooShortIsDamageAndNamesEventRangeAndFile() throws IOException {
        Appends.append(store, Appends.LOG, 1, LONG);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThat(operations(FIRST)).hasValue(LONG);
        requireDamage(() -> names(FIRST), file);
        Files.delete(file);
        requireDamage(() -> operations(FIRST), file);
    }

    @Test
    void aFolderCopiedWhileNobodyUsesItIsTheSameStore() throws IOException {
        Appends.append(store, Appends.LOG, 1, LONG);
        store.close();
        Path copy = folder.resolve("copy");
        for (String part : List.of("", "usher.blocks")) {
            Files.createDirectories(copy.resolve(part));
            try (Stream<Path> found = Files.list(folder.resolve(part))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        store = Appends.hsqldb(copy);
        assertThat(operations(FIRST)).hasValue(LONG);
    }

    @Test
    void aBlockForWhichThereIsNoRoomIsRefusedBeforeItIsBegun() throws IOException {
        DiskGuard guard = new DiskGuard(folder, 0, new FaultLatch());
        guard.beforeWrite(LONG.length);
        assertThatThrownBy(() -> guard.beforeWrite(Long.MAX_VALUE))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("store.least-free-space");
    }

    private static void requireDamage(Runnable reading, Path file) {
        assertThatThrownBy(reading::run)
                .isInstanceOf(DamagedLog.class)
                .hasMessageContaining("event 2")
                .hasMessageContaining("1..1")
                .hasMessageContaining(file.toString());
    }

    private Optional<byte[]> operations(BlockRange range) {
        return store.read(transaction -> transaction.operations().operations(Appends.LOG, range));
    }

    private Optional<byte[]> names(BlockRange range) {
        return store.read(transaction -> transaction.operations().names(Appends.LOG, range));
    }

    private void remove(BlockRange range) {
        assertThat(store.<Boolean>write(transaction -> transaction.operations().remove(Appends.LOG, range)))
                .isTrue();
    }

    private Path blocks() {
        return folder.resolve("usher.blocks");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(blocks())) {
            return found.sorted().toList();
        }
    }
}
