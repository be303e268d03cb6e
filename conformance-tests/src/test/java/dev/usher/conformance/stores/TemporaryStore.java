package dev.usher.conformance.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A place for a store that is empty at first and gone in the end, named by the URL that a person would give the program. */
public final class TemporaryStore implements AutoCloseable {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String url;
    private final Runnable remove;

    private TemporaryStore(String url, Runnable remove) {
        this.url = url;
        this.remove = remove;
    }

    /** The kinds of store that Usher comes with. */
    public enum Kind {
        MEMORY {
            @Override
            public TemporaryStore create() {
                String url = KeptMemoryModule.SCHEME + NAMES.incrementAndGet();
                return new TemporaryStore(url, () -> KeptMemoryModule.forget(url));
            }
        },
        HSQLDB {
            @Override
            public TemporaryStore create() {
                Path folder = newFolder();
                return new TemporaryStore("jdbc:hsqldb:file:" + folder.resolve("usher"), () -> delete(folder));
            }
        },
        POSTGRESQL {
            @Override
            public TemporaryStore create() {
                String database = Postgres.freshDatabase();
                return new TemporaryStore(Postgres.url(database), () -> Postgres.drop(database));
            }
        };

        /** A new, empty one of this kind. */
        public abstract TemporaryStore create();
    }

    public String url() {
        return url;
    }

    @Override
    public void close() {
        remove.run();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("usher-conformance");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
