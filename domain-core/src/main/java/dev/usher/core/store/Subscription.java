package dev.usher.core.store;

/** Something that is heard until this is closed. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    /** Ends it; nothing is heard once this returns. May be called twice. */
    @Override
    void close();
}
