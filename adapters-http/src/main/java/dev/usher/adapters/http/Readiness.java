package dev.usher.adapters.http;

import dev.usher.core.access.Organization;
import dev.usher.core.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the service should be sent requests: it is open, and its store answers.
 *
 * <p>The store is asked by a thread of its own, for all others may be waiting for that very store; one look serves everybody
 * who asks within the same half second, and one that takes too long counts as no.
 */
final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final long LOOK_TIMEOUT_MILLIS = 2_000;
    private static final long REMEMBERED_MILLIS = 500;

    /** What keeps the service from being ready, or that nothing does. */
    enum State {
        READY("ready"),
        DRAINING("draining"),
        STORE_UNAVAILABLE("store unavailable");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final Store store;
    private volatile boolean open;
    private Optional<Future<State>> look = Optional.empty();
    private Optional<Future<State>> pending = Optional.empty();

    @Inject
    Readiness(Store store) {
        this.store = store;
    }

    void open() {
        open = true;
    }

    void drain() {
        open = false;
    }

    /** The state, at most half a second old. Never fails. */
    Future<State> state(Vertx vertx) {
        return open ? storeState(vertx) : Future.succeededFuture(State.DRAINING);
    }

    private synchronized Future<State> storeState(Vertx vertx) {
        if (look.isEmpty()) {
            Future<State> begun = pending.orElseGet(() -> ask(vertx))
                    .timeout(LOOK_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .otherwise(State.STORE_UNAVAILABLE);
            look = Optional.of(begun);
            begun.onComplete(done -> vertx.setTimer(REMEMBERED_MILLIS, timer -> forget()));
        }
        return look.orElseThrow();
    }

    /** Looks into the store; while one look hangs, no second one is begun. */
    private Future<State> ask(Vertx vertx) {
        WorkerExecutor executor = vertx.createSharedWorkerExecutor("usher-readiness", 1);
        Future<State> asked = executor.executeBlocking(this::lookIntoStore);
        pending = Optional.of(asked);
        asked.onComplete(done -> {
            answered();
            executor.close();
        });
        return asked;
    }

    private State lookIntoStore() {
        try {
            store.read(transaction -> transaction.identities().organization(Organization.DEFAULT));
            return State.READY;
        } catch (RuntimeException unavailable) {
            LOG.debug("the store does not answer: {}", String.valueOf(unavailable.getMessage()));
            return State.STORE_UNAVAILABLE;
        }
    }

    private synchronized void answered() {
        pending = Optional.empty();
    }

    private synchronized void forget() {
        look = Optional.empty();
    }
}
