package dev.usher.adapters.http;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The open connections of one event loop, each with the moment by which it must have sent a complete head of a request.
 *
 * <p>An idle timeout alone would not do: a client that sends one byte now and then is never idle. Time is counted in
 * sweeps, so that a request costs no timer and no look at the clock. For the event loop's thread only.
 */
final class Connections {
    private static final long MOST_SWEEP_MILLIS = 1_000;
    private static final int SWEEPS_A_TIMEOUT = 10;
    private static final long BUSY = Long.MAX_VALUE;

    private final long sweepMillis;
    private final long firstHeadSweeps;
    private final long furtherHeadSweeps;
    private final IdentityHashMap<HttpConnection, Watch> open = new IdentityHashMap<>();
    private long sweep;

    /** When a connection is closed, unless a request comes before; in sweeps. */
    private static final class Watch {
        private long closesAt;

        Watch(long closesAt) {
            this.closesAt = closesAt;
        }
    }

    Connections(Duration firstHead, Duration furtherHead) {
        long shortest = Math.min(firstHead.toMillis(), furtherHead.toMillis());
        this.sweepMillis = Math.max(1, Math.min(MOST_SWEEP_MILLIS, shortest / SWEEPS_A_TIMEOUT));
        this.firstHeadSweeps = Math.max(1, firstHead.toMillis() / sweepMillis);
        this.furtherHeadSweeps = Math.max(1, furtherHead.toMillis() / sweepMillis);
    }

    /** How often {@link #sweep} is to be called, in milliseconds. */
    long sweepMillis() {
        return sweepMillis;
    }

    /** A client has connected. */
    void opened(HttpConnection connection) {
        open.put(connection, new Watch(sweep + firstHeadSweeps));
        connection.closeHandler(closed -> open.remove(connection));
    }

    /** The head of a request is complete; from here on others watch. */
    void began(HttpConnection connection) {
        mark(connection, BUSY);
    }

    /** A request was answered; the next one may come. */
    void ended(HttpConnection connection) {
        mark(connection, sweep + furtherHeadSweeps);
    }

    /** Closes the connections whose time is up. */
    void sweep() {
        sweep++;
        List<HttpConnection> late = new ArrayList<>();
        open.forEach((connection, watch) -> {
            if (watch.closesAt <= sweep) {
                late.add(connection);
            }
        });
        late.forEach(HttpConnection::close);
    }

    private void mark(HttpConnection connection, long closesAt) {
        Watch watch = open.get(connection);
        if (watch != null) {
            watch.closesAt = closesAt;
        }
    }
}
