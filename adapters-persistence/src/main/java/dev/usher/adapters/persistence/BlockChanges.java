package dev.usher.adapters.persistence;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.StoredBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one transaction does with the files of blocks: those it writes stay when it commits, those it removes go when
 * nobody sees them any more. Used by one thread; closed after the transaction has ended, however it did.
 */
final class BlockChanges implements AutoCloseable {
    private final Optional<BlockFiles> files;
    private final long entered;
    private final List<Long> written = new ArrayList<>();
    private final List<Long> removed = new ArrayList<>();

    /**
     * The changes of a new transaction, which has not seen anything yet.
     *
     * @param files empty where the database keeps everything itself
     */
    BlockChanges(Optional<BlockFiles> files) {
        this.files = files;
        this.entered = files.map(some -> some.running().enter()).orElse(0L);
    }

    /** The number for the file of a block that is long enough to have one. */
    Optional<Long> numberFor(StoredBlock block) {
        return files.filter(some -> (long) block.operations().length + block.names().length >= BlockFiles.LEAST_BYTES)
                .map(BlockFiles::nextNumber);
    }

    /** Writes the file of a block. */
    void write(long number, StoredBlock block) {
        written.add(number);
        files.orElseThrow().write(number, block);
    }

    /** A stretch of a block's file. */
    byte[] read(EventRef event, BlockRange range, long number, long from, int length) {
        return files.orElseThrow(() -> new DamagedLog(event, range.toString(), "this store has no files for blocks"))
                .read(event, range, number, from, length);
    }

    /** Removes the file of a block whose row this transaction has deleted. */
    void remove(long number) {
        removed.add(number);
    }

    /** Makes what was written safe; to be called last before the commit. */
    void beforeCommit() {
        if (!written.isEmpty()) {
            files.orElseThrow().syncNames();
        }
    }

    /** Hears that the transaction has committed; whether the disk has failed with it is looked at before each deletion. */
    void committed() {
        written.clear();
        if (!removed.isEmpty()) {
            BlockFiles some = files.orElseThrow();
            some.running().afterAllOfNow(() -> some.delete(removed));
        }
    }

    @Override
    public void close() {
        files.ifPresent(some -> {
            some.delete(written);
            some.running().leave(entered);
        });
    }
}
