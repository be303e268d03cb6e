package dev.usher.adapters.persistence;

import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder that this process alone may use, by an operating system's lock on {@code usher.lock}.
 *
 * <p>The lock ends with the process, however it ends, so that the next one need not wait or guess.
 */
final class DataFolder implements AutoCloseable {
    static final String LOCK_FILE = "usher.lock";

    // The lock belongs to the whole process, and closing any channel on the file would drop it. So a second opening
    // within the process is refused before it touches the file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder, which is made when it is missing.
     *
     * @throws StoreHeld when somebody has it, in this process or another
     * @throws StoreUnavailable when it cannot be made or written
     */
    static DataFolder hold(Path folder) {
        Path path = made(folder);
        if (!HELD.add(path)) {
            throw new StoreHeld(folder);
        }
        boolean held = false;
        try {
            DataFolder taken = new DataFolder(path, locked(folder, path));
            held = true;
            return taken;
        } finally {
            if (!held) {
                HELD.remove(path);
            }
        }
    }

    /** The folder's real path. */
    Path path() {
        return path;
    }

    /**
     * Removes what HSQLDB leaves behind when its process dies: its own lock file, which it would watch for ten seconds.
     *
     * <p>That is right only because this process holds the folder.
     */
    void removeStaleLock(String database) {
        Path stale = path.resolve(database + ".lck");
        try {
            Files.deleteIfExists(stale);
        } catch (IOException failure) {
            throw new StoreUnavailable(
                    "the stale lock file " + stale + " cannot be removed: " + reason(failure), failure);
        }
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new StoreUnavailable("the lock on " + path.resolve(LOCK_FILE) + " cannot be released", failure);
        } finally {
            HELD.remove(path);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException failure) {
            throw new StoreUnavailable(
                    "the data folder " + folder + " cannot be made: " + reason(failure)
                            + "; name one that can be written, by store.url",
                    failure);
        }
    }

    private static FileChannel locked(Path folder, Path path) {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new StoreHeld(folder);
            }
            return channel;
        } catch (IOException failure) {
            throw new StoreUnavailable(
                    "the data folder " + folder + " cannot be locked: " + reason(failure)
                            + "; name one that can be written, by store.url",
                    failure);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException sameProcess) {
            return true;
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof FileAlreadyExistsException inTheWay) {
            return inTheWay.getFile() + " is a file";
        }
        return failure instanceof AccessDeniedException denied
                ? "permission denied for " + denied.getFile()
                : String.valueOf(failure.getMessage());
    }
}
