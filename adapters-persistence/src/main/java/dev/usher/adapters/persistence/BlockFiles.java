package dev.usher.adapters.persistence;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.StoredBlock;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of long blocks beside an embedded database, which would write them as text, twice, at a fifth of the speed.
 *
 * <pre>
 *   usher.blocks/
 *     17.block     | operations | names |      how long each is, and whose they are, stands in the row with number 17
 *     18.block     | operations | names |
 * </pre>
 *
 * <p>A file is written once and brought to the disk before the transaction commits whose row names it, is never changed,
 * and is deleted once the row is gone for everybody. A file that no row names belongs to a transaction that never
 * committed, or to a block that was removed; the next start deletes it. No number is given twice while the store is open,
 * nor one that a row or a file still has when it is opened; one of which nothing was left by then may come again.
 */
final class BlockFiles {
    /** From how many bytes on a block has a file: a file is two syncs more, and below this the database is as quick. */
    static final int LEAST_BYTES = 65_536;

    private static final int BYTES_AT_ONCE = 65_536;
    private static final Pattern NAME = Pattern.compile("([1-9]\\d{0,17})\\.block");
    private static final Logger LOG = LoggerFactory.getLogger(BlockFiles.class);

    private final Path folder;
    private final WatchedFiles files;
    private final FaultLatch latch;
    private final WriteGuard guard;
    private final RunningTransactions running = new RunningTransactions();
    private final AtomicLong last;

    private BlockFiles(Path folder, WatchedFiles files, FaultLatch latch, WriteGuard guard, long last) {
        this.folder = folder;
        this.files = files;
        this.latch = latch;
        this.guard = guard;
        this.last = new AtomicLong(last);
    }

    /**
     * Opens the folder of a database, which is made when it is missing, and deletes the files that no row names.
     *
     * @param home where the database's own files lie
     * @param named the numbers of all files that rows name
     */
    static BlockFiles open(
            Path home,
            String database,
            WatchedFiles files,
            FaultLatch latch,
            WriteGuard guard,
            Collection<Long> named) {
        Path folder = home.resolve(database + ".blocks");
        try {
            if (!Files.exists(folder)) {
                Files.createDirectory(folder);
                files.syncFolder(home);
            }
            Set<Long> wanted = new HashSet<>(named);
            List<Long> found = numbers(folder);
            long last = Stream.concat(wanted.stream(), found.stream())
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
            BlockFiles opened = new BlockFiles(folder, files, latch, guard, last);
            opened.delete(
                    found.stream().filter(number -> !wanted.contains(number)).toList());
            return opened;
        } catch (IOException failure) {
            throw new StoreUnavailable("the folder " + folder + " cannot be used: " + failure, failure);
        }
    }

    /** Who may still see blocks that are being removed. */
    RunningTransactions running() {
        return running;
    }

    /** A number that no file has, and none had since the store was opened. */
    long nextNumber() {
        return last.incrementAndGet();
    }

    /**
     * Writes the file of a block and brings it to the disk; it is safe once {@link #syncNames} was called too.
     *
     * @throws StoreUnavailable when there is no room, or the disk fails
     */
    void write(long number, StoredBlock block) {
        guard.beforeWrite((long) block.operations().length + block.names().length);
        String name = path(number).toString();
        try (OutputStream out = files.openOutputStreamElement(name)) {
            write(out, block.operations());
            write(out, block.names());
            files.getFileSync(out).sync();
        } catch (IOException failure) {
            throw notWritten(name, failure);
        }
    }

    /** Brings the names of the files written to the disk. */
    void syncNames() {
        try {
            files.syncFolder(folder);
        } catch (IOException failure) {
            throw notWritten(folder.toString(), failure);
        }
    }

    /**
     * A stretch of a block's file.
     *
     * @throws DamagedLog when it is not there as a whole
     */
    byte[] read(EventRef event, BlockRange range, long number, long from, int length) {
        try {
            return Uninterrupted.run(() -> stretch(path(number), from, length));
        } catch (NoSuchFileException missing) {
            throw new DamagedLog(event, range.toString(), "its file " + path(number) + " is missing");
        } catch (EOFException tooShort) {
            throw new DamagedLog(event, range.toString(), "its file " + path(number) + " " + tooShort.getMessage());
        } catch (IOException failure) {
            throw new StoreUnavailable("the file " + path(number) + " cannot be read: " + failure, failure);
        }
    }

    /** Deletes files that no row names; after a fault of the disk nothing is, for a row may still name them. */
    void delete(Collection<Long> numbers) {
        for (long number : numbers) {
            try {
                if (!latch.isTripped()) {
                    Files.deleteIfExists(path(number));
                }
            } catch (IOException failure) {
                LOG.warn("{} is not needed and cannot be deleted; the next start tries again", path(number), failure);
            }
        }
    }

    private Path path(long number) {
        return folder.resolve(number + ".block");
    }

    private StoreUnavailable notWritten(String name, IOException failure) {
        latch.requireSound("this was not written");
        return new StoreUnavailable(name + " cannot be written: " + failure + "; nothing was written", failure);
    }

    // In pieces, because the JDK copies each array it is given once more outside the heap.
    private static void write(OutputStream out, byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
            out.write(bytes, at, Math.min(BYTES_AT_ONCE, bytes.length - at));
        }
    }

    private static byte[] stretch(Path path, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        try (FileChannel file = FileChannel.open(path)) {
            for (int at = 0; at < length; ) {
                int read = file.read(ByteBuffer.wrap(bytes, at, Math.min(BYTES_AT_ONCE, length - at)), from + at);
                if (read < 0) {
                    throw new EOFException("has " + file.size() + " bytes, and " + (from + length) + " were written");
                }
                at += read;
            }
        }
        return bytes;
    }

    private static List<Long> numbers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
