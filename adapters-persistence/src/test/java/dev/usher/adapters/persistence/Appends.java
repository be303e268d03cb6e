package dev.usher.adapters.persistence;

import dev.usher.core.access.Organization;
import dev.usher.core.adapter.Settings;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoredBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Short ways to open stores and to put something into them. */
final class Appends {
    /** The log that tests append to; the event itself is added by {@link #registered}. */
    static final EventRef LOG = new EventRef(1, 2);

    static final Settings SETTINGS = Settings.of(Map.of("store.least-free-space", "1m"));

    private Appends() {}

    static String url(Path folder) {
        return "jdbc:hsqldb:file:" + folder.resolve("usher");
    }

    static Store hsqldb(Path folder) {
        return new HsqldbStoreFactory().open(url(folder), SETTINGS);
    }

    /** Adds the organization and the event of {@link #LOG}. */
    static void registered(Store store) {
        store.write(transaction -> {
            transaction.identities().add(new Organization(LOG.organization(), "house", new NameKey(3, 4)));
            transaction.identities().add(new KnownEvent(LOG, "concert"));
            return LOG;
        });
    }

    /** Appends one block of so many operations, as the engine does. */
    static LogHead append(Store store, EventRef event, int operations, byte[] payload) {
        return store.write(transaction -> {
            LogHead head = transaction.operations().lock(event);
            LogHead moved = new LogHead(event, head.sequence() + operations, Math.max(head.recordedAt(), 0) + 1);
            BlockRange range = new BlockRange(head.sequence() + 1, moved.sequence(), operations);
            transaction.operations().add(event, new StoredBlock(range, payload, new byte[] {7}));
            transaction.operations().moveHead(moved);
            return moved;
        });
    }

    static List<BlockRange> ranges(Store store, EventRef event) {
        return store.read(transaction -> transaction.operations().ranges(event));
    }

    static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
