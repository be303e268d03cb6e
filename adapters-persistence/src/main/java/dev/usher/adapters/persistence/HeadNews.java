package dev.usher.adapters.persistence;

import dev.usher.core.store.LogHead;
import dev.usher.core.store.Subscription;
import java.util.Collection;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** How the processes that share a database tell one another of heads they have moved. */
interface HeadNews extends AutoCloseable {

    /** For a database of one process: there is nobody to tell. */
    HeadNews NONE = new HeadNews() {
        @Override
        public void tell(Handle connection, Collection<LogHead> moved) {}

        @Override
        public Subscription hear(Consumer<LogHead> listener) {
            return () -> {};
        }

        @Override
        public void close() {}
    };

    /** Tells of the heads that a transaction of this connection has moved and just committed; a failure is only noted. */
    void tell(Handle connection, Collection<LogHead> moved);

    /** Hears until the subscription or the news are closed. */
    Subscription hear(Consumer<LogHead> listener);

    /** Ends all subscriptions. */
    @Override
    void close();
}
