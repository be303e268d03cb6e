package dev.usher.adapters.persistence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.hsqldb.lib.EventLogInterface;
import org.hsqldb.lib.FileAccess;

/**
 * HSQLDB's way to its files, watched: the first failing write or sync trips a latch, and after it no byte is written.
 *
 * <p>HSQLDB itself only notes such a failure and goes on, as if the commit were on the disk.
 */
final class WatchedFiles implements FileAccess {
    private final FileAccess files;
    private final FaultLatch latch;
    private final AtomicLong syncs = new AtomicLong();

    WatchedFiles(FileAccess files, FaultLatch latch) {
        this.files = files;
        this.latch = latch;
    }

    /** How often something was brought to the disk by this way. */
    long syncs() {
        return syncs.get();
    }

    @Override
    public OutputStream openOutputStreamElement(String name) throws IOException {
        return opened(name, () -> files.openOutputStreamElement(name));
    }

    @Override
    public OutputStream openOutputStreamElementAppend(String name) throws IOException {
        return opened(name, () -> files.openOutputStreamElementAppend(name));
    }

    @Override
    public FileSync getFileSync(OutputStream stream) throws IOException {
        if (!(stream instanceof WatchedStream watched)) {
            return files.getFileSync(stream);
        }
        FileSync sync = files.getFileSync(watched.unwatched());
        return () -> {
            watching("sync of " + watched.name, () -> {
                sync.sync();
                return sync;
            });
            syncs.incrementAndGet();
        };
    }

    /** Brings to the disk which files a folder holds, where the system offers that; elsewhere it sees to it itself. */
    void syncFolder(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        watching(
                "sync of " + folder,
                () -> Uninterrupted.run(() -> {
                    try (FileChannel names = FileChannel.open(folder)) {
                        names.force(true);
                        return names;
                    }
                }));
    }

    @Override
    public InputStream openInputStreamElement(String name) throws IOException {
        return files.openInputStreamElement(name);
    }

    @Override
    public boolean isStreamElement(String name) {
        return files.isStreamElement(name);
    }

    @Override
    public void createParentDirs(String name) {
        files.createParentDirs(name);
    }

    @Override
    public boolean removeElement(String name) {
        return files.removeElement(name);
    }

    @Override
    public boolean renameElement(String oldName, String newName) {
        return files.renameElement(oldName, newName);
    }

    @Override
    public boolean renameElementOrCopy(String oldName, String newName, EventLogInterface logger) {
        return files.renameElementOrCopy(oldName, newName, logger);
    }

    private WatchedStream opened(String name, Access<OutputStream> open) throws IOException {
        return new WatchedStream(name, watching("opening of " + name, open));
    }

    private <T> T watching(String action, Access<T> access) throws IOException {
        if (latch.isTripped()) {
            throw new IOException("no " + action + " after a fault of the disk");
        }
        try {
            return access.run();
        } catch (IOException | RuntimeException fault) {
            latch.trip(action, fault);
            throw fault;
        }
    }

    @FunctionalInterface
    private interface Access<T> {
        T run() throws IOException;
    }

    private final class WatchedStream extends FilterOutputStream {
        private final String name;

        WatchedStream(String name, OutputStream stream) {
            super(stream);
            this.name = name;
        }

        OutputStream unwatched() {
            return out;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            watching("write to " + name, () -> {
                out.write(bytes, from, length);
                return out;
            });
        }

        @Override
        public void flush() throws IOException {
            watching("write to " + name, () -> {
                out.flush();
                return out;
            });
        }

        // The stream below must be closed even after a fault, or its file would stay open.
        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
