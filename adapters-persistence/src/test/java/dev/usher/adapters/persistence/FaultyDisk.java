package dev.usher.adapters.persistence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hsqldb.lib.EventLogInterface;
import org.hsqldb.lib.FileAccess;

/** A disk that refuses one write or sync, counted from when it was told to, works before and after it, and remembers all. */
final class FaultyDisk implements FileAccess {
    private static final int NEVER = Integer.MAX_VALUE;

    private final FileAccess real;
    private final AtomicInteger untilFault = new AtomicInteger(NEVER);
    private final List<String> steps = new CopyOnWriteArrayList<>();

    FaultyDisk(FileAccess real) {
        this.real = real;
    }

    /** Lets the n-th write or sync from now fail. */
    void failAt(int n) {
        untilFault.set(n);
    }

    /** True when the fault has happened. */
    boolean hasFailed() {
        return untilFault.get() <= 0;
    }

    /** What was written and synced, in order, each as the word and the file's name. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    private void step(String step) throws IOException {
        steps.add(step);
        if (untilFault.get() != NEVER && untilFault.decrementAndGet() == 0) {
            throw new IOException("no space left, says the faulty disk");
        }
    }

    @Override
    public OutputStream openOutputStreamElement(String name) throws IOException {
        return new FaultyStream(name, real.openOutputStreamElement(name));
    }

    @Override
    public OutputStream openOutputStreamElementAppend(String name) throws IOException {
        return new FaultyStream(name, real.openOutputStreamElementAppend(name));
    }

    @Override
    public FileSync getFileSync(OutputStream stream) throws IOException {
        FaultyStream faulty = (FaultyStream) stream;
        FileSync sync = real.getFileSync(faulty.real());
        return () -> {
            step("sync " + faulty.name);
            sync.sync();
        };
    }

    @Override
    public InputStream openInputStreamElement(String name) throws IOException {
        return real.openInputStreamElement(name);
    }

    @Override
    public boolean isStreamElement(String name) {
        return real.isStreamElement(name);
    }

    @Override
    public void createParentDirs(String name) {
        real.createParentDirs(name);
    }

    @Override
    public boolean removeElement(String name) {
        return real.removeElement(name);
    }

    @Override
    public boolean renameElement(String oldName, String newName) {
        return real.renameElement(oldName, newName);
    }

    @Override
    public boolean renameElementOrCopy(String oldName, String newName, EventLogInterface logger) {
        return real.renameElementOrCopy(oldName, newName, logger);
    }

    private final class FaultyStream extends FilterOutputStream {
        private final String name;

        FaultyStream(String name, OutputStream real) {
            super(real);
            this.name = Path.of(name).getFileName().toString();
        }

        OutputStream real() {
            return out;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            step("write " + name);
            out.write(bytes, from, length);
        }
    }
}
