package dev.usher.adapters.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The open connections of one event loop, each with the moment by which it must have sent a complete head of a request.
 *
 * <p>An idle timeout alone would not do: a client that sends one byte now and then is never idle. Time is counted in
 * sweeps, so that a request costs no timer and no look at the clock. For the event loop's thread only.
 */
final class Connections {
    private static final long MOST_SWEEP_MILLIS = 1_000;
    private static final int SWEEPS_A_TIMEOUT = 10;
    private final long sweepMillis;
    private final long firstHeadSweeps;
    private final long furtherHeadSweeps;
    private final IdentityHashMap<HttpConnection, Watch> open = new IdentityHashMap<>();
    private long sweep;

    /** When a connection is closed, in sweeps, unless a request comes before; and the answer it waits for, if any. */
    private static final class Watch {
        private long closesAt;
        private Optional<HttpServerResponse> awaited = Optional.empty();

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

    /** The head of a request is complete; until it is answered others watch. */
    void began(HttpServerRequest request) {
        Watch watch = open.get(request.connection());
        if (watch != null) {
            watch.awaited = Optional.of(request.response());
        }
    }

    /** Closes the connections whose time is up. That a request was answered is noticed only here, for it costs less. */
    void sweep() {
        sweep++;
        List<HttpConnection> late = new ArrayList<>();
        open.forEach((connection, watch) -> {
            if (isLate(watch)) {
                late.add(connection);
            }
        });
        late.forEach(HttpConnection::close);
    }

    private boolean isLate(Watch watch) {
        if (watch.awaited.isPresent()) {
            if (!watch.awaited.get().ended()) {
                return false;
            }
            watch.awaited = Optional.empty();
            watch.closesAt = sweep + furtherHeadSweeps;
        }
        return watch.closesAt <= sweep;
    }
}
