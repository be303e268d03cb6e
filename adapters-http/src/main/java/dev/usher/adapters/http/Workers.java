package dev.usher.adapters.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what may wait for the store on threads of its own, so that no event loop ever waits.
 *
 * <p>How much may queue up is bounded: beyond that a request is answered with 503 at once, for a queue that only grows
 * helps nobody.
 */
public final class Workers {
    static final Problem OVERLOADED = Problem.of(
                    503, "OVERLOADED", "the service has more to do than it can keep up with; try again in a moment")
            .with("Retry-After", "1");

    static final int MOST_AT_ONCE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final AtomicInteger running = new AtomicInteger();

    @Inject
    Workers() {}

    /** Does what no request waits for elsewhere, unless there is too much to do already; what it throws is only logged. */
    void aside(Vertx vertx, Runnable work) {
        if (running.incrementAndGet() > MOST_AT_ONCE) {
            running.decrementAndGet();
            return;
        }
        vertx.executeBlocking(
                        () -> {
                            work.run();
                            return true;
                        },
                        false)
                .onComplete(done -> {
                    running.decrementAndGet();
                    if (done.failed()) {
                        LOG.debug("not done aside: {}", String.valueOf(done.cause()));
                    }
                });
    }

    /**
     * Does the work elsewhere, and goes on with its result on the request's event loop. What either throws becomes the
     * request's failure.
     */
    public <T> void run(RoutingContext context, Supplier<T> work, Consumer<T> then) {
        if (running.incrementAndGet() > MOST_AT_ONCE) {
            running.decrementAndGet();
            Answers.problem(context, OVERLOADED);
            return;
        }
        context.vertx().executeBlocking(work::get, false).onComplete(done -> {
            running.decrementAndGet();
            if (done.failed()) {
                context.fail(done.cause());
                return;
            }
            try {
                then.accept(done.result());
            } catch (RuntimeException | AssertionError broken) {
                context.fail(broken);
            }
        });
    }
}
