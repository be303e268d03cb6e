package dev.usher.adapters.persistence;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Subscription;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * News of heads by PostgreSQL's own notifications, sent right after the commit.
 *
 * <p>A message is {@code ORGANIZATION EVENT SEQUENCE RECORDED SCHEMA}. Channels belong to a whole database, so the schema
 * keeps stores apart that share one.
 */
final class PostgresNews implements HeadNews {
    static final String CHANNEL = "usher_heads";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresNews.class);

    // PostgreSQL lets transactions that notify commit one at a time: so the append itself does not notify, and this one
    // does not wait for the disk.
    private static final String TELL = "SELECT set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL
            + "', message || ' ' || current_schema()) FROM unnest(:messages) message";
    private static final Pattern MESSAGE = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\d{1,19}) (-?\\d{1,19}) (.*)");

    private final PostgresConnections connections;
    private final Set<HeadListener> listeners = ConcurrentHashMap.newKeySet();

    PostgresNews(PostgresConnections connections) {
        this.connections = connections;
    }

    @Override
    public void tell(Handle connection, Collection<LogHead> moved) {
        if (moved.isEmpty()) {
            return;
        }
        try {
            connection
                    .createQuery(TELL)
                    .bindArray(
                            "messages",
                            String.class,
                            moved.stream().map(PostgresNews::message).toList())
                    .mapToMap()
                    .list();
        } catch (JdbiException lost) {
            LOG.debug("other nodes were not told of {}", moved, lost);
        }
    }

    @Override
    public Subscription hear(Consumer<LogHead> listener) {
        HeadListener started = HeadListener.start(connections, listener);
        listeners.add(started);
        return () -> {
            listeners.remove(started);
            started.close();
        };
    }

    @Override
    public void close() {
        listeners.forEach(HeadListener::close);
        listeners.clear();
    }

    private static String message(LogHead head) {
        return head.event().organization() + " " + head.event().event() + " " + head.sequence() + " "
                + head.recordedAt();
    }

    /** The head that a message tells of; empty when it is from another schema, or of another kind. */
    static Optional<LogHead> parse(String message, String schema) {
        Matcher parts = MESSAGE.matcher(message);
        if (!parts.matches() || !parts.group(5).equals(schema)) {
            return Optional.empty();
        }
        try {
            EventRef event = new EventRef(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
            return Optional.of(new LogHead(event, Long.parseLong(parts.group(3)), Long.parseLong(parts.group(4))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
