package dev.usher.adapters.persistence;

import dev.usher.core.store.LogHead;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears PostgreSQL's notifications on a connection and a thread of its own, and connects anew when that is lost; what was
 * told meanwhile is lost with it.
 */
final class HeadListener implements AutoCloseable {
    /** A connection that is silent for so long is asked whether it still lives. */
    private static final int SILENCE_MILLIS = 10_000;

    private static final long SHORTEST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(HeadListener.class);

    private final PostgresConnections connections;
    private final Consumer<LogHead> listener;
    private final Object calling = new Object();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<Connection> connection = Optional.empty();
    private String schema = "";

    private HeadListener(PostgresConnections connections, Consumer<LogHead> listener) {
        this.connections = connections;
        this.listener = listener;
    }

    /** Listens from now on or, when the database cannot be reached now, from when it can. */
    static HeadListener start(PostgresConnections connections, Consumer<LogHead> listener) {
        HeadListener started = new HeadListener(connections, listener);
        try {
            started.connect();
        } catch (SQLException later) {
            LOG.warn("nothing is heard from other nodes yet: {}", later.getMessage());
        }
        Thread thread = new Thread(started::listen, "usher-heads");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    /** Ends it; the listener is not called any more, and a call that runs has returned, unless it is the one that closes. */
    @Override
    public void close() {
        synchronized (calling) {
            ended.countDown();
        }
        disconnect();
    }

    private void listen() {
        long pause = SHORTEST_PAUSE_MILLIS;
        while (!isEnded()) {
            try {
                if (connection.isEmpty()) {
                    connect();
                    LOG.info("other nodes are heard again");
                }
                pause = SHORTEST_PAUSE_MILLIS;
                hear();
            } catch (SQLException lost) {
                if (pause == SHORTEST_PAUSE_MILLIS && !isEnded()) {
                    LOG.warn("other nodes are not heard, only asked now and then: {}", lost.getMessage());
                }
                disconnect();
                pause(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
            }
        }
        disconnect();
    }

    private void connect() throws SQLException {
        Connection opened = connections.open();
        boolean listens = false;
        try (Statement statement = opened.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_schema()")) {
            row.next();
            schema = String.valueOf(row.getString(1));
            statement.execute("LISTEN " + PostgresNews.CHANNEL);
            listens = true;
        } finally {
            if (!listens) {
                opened.close();
            }
        }
        // Only now: a connection that does not listen would be taken for one on which nothing is told.
        connection = Optional.of(opened);
    }

    private void hear() throws SQLException {
        Connection heard = connection.orElseThrow(() -> new SQLException("not connected"));
        PGConnection notifying = heard.unwrap(PGConnection.class);
        while (!isEnded()) {
            PGNotification[] notifications = notifying.getNotifications(SILENCE_MILLIS);
            if (notifications == null || notifications.length == 0) {
                if (!heard.isValid(SILENCE_MILLIS / 1_000)) {
                    throw new SQLException("the connection is silent and does not answer");
                }
            } else {
                for (PGNotification notification : notifications) {
                    PostgresNews.parse(notification.getParameter(), schema).ifPresent(this::tell);
                }
            }
        }
    }

    private void tell(LogHead head) {
        synchronized (calling) {
            if (isEnded()) {
                return;
            }
            try {
                listener.accept(head);
            } catch (RuntimeException failure) {
                LOG.warn("what listens to {} failed", head, failure);
            }
        }
    }

    private boolean isEnded() {
        return ended.getCount() == 0;
    }

    // Cut off and not closed, because a connection that is being read from would make whoever closes it wait.
    private void disconnect() {
        Optional<Connection> open = connection;
        connection = Optional.empty();
        try {
            if (open.isPresent()) {
                open.get().abort(Runnable::run);
            }
        } catch (SQLException gone) {
            LOG.debug("a lost connection could not be cut off", gone);
        }
    }

    private void pause(long millis) {
        try {
            boolean unused = ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            ended.countDown();
        }
    }
}
