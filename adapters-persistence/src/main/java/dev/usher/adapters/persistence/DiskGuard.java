package dev.usher.adapters.persistence;

import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses writes after a fault of the disk, and before the disk is full. */
final class DiskGuard implements WriteGuard {
    private final Path folder;
    private final FileStore disk;
    private final long leastFreeBytes;
    private final FaultLatch latch;

    /**
     * A guard over the disk that a folder lies on.
     *
     * @param leastFreeBytes how much must be free for a write to begin
     */
    DiskGuard(Path folder, long leastFreeBytes, FaultLatch latch) throws IOException {
        this.folder = folder;
        this.disk = Files.getFileStore(folder);
        this.leastFreeBytes = leastFreeBytes;
        this.latch = latch;
    }

    @Override
    public void beforeWrite(long bytes) {
        latch.requireSound("this was not written");
        long free = freeBytes();
        if (free - bytes < leastFreeBytes) {
            throw new StoreUnavailable("only " + free + " bytes are free on the disk of " + folder + " for the " + bytes
                    + " to write and the " + leastFreeBytes
                    + " that store.least-free-space keeps; nothing was written, make room and try again");
        }
    }

    @Override
    public void afterCommit() {
        latch.requireSound("it is unknown whether this was written");
    }

    @Override
    public void commitFailed(Throwable failure) {
        latch.trip("commit", failure);
    }

    private long freeBytes() {
        try {
            return disk.getUsableSpace();
        } catch (IOException failure) {
            throw new StoreUnavailable(
                    "the free space on the disk of " + folder + " cannot be told: " + failure, failure);
        }
    }
}
