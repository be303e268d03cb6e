package dev.usher.adapters.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Takes in the body of a request, and no more of it than is allowed.
 *
 * <p>The bound is checked while the body streams in, so a body that never ends costs nothing; so is how long it takes, and
 * how much all requests hold together. A body in another coding is refused, so nothing small can unfold into something
 * big.
 */
public final class RequestBody {
    private final HttpSettings settings;
    private final AtomicLong held = new AtomicLong();
    private final long mostHeld;

    @Inject
    RequestBody(HttpSettings settings) {
        this.settings = settings;
        this.mostHeld =
                Math.max(4L * settings.mostBodyBytes(), Runtime.getRuntime().maxMemory() / 8);
    }

    /** Hands on the whole body once it is there; what goes wrong before is answered here. */
    public void read(RoutingContext context, Consumer<byte[]> then) {
        HttpServerRequest request = context.request();
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            Answers.problem(
                    context,
                    Problem.of(
                            415,
                            "UNSUPPORTED_ENCODING",
                            "the body comes with Content-Encoding '" + coding + "'; expected it without any"));
            return;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLong(length)) {
            Answers.problem(context, tooLarge());
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        new Reading(context, then).begin();
    }

    private boolean isTooLong(String length) {
        try {
            return Long.parseLong(length) > settings.mostBodyBytes();
        } catch (NumberFormatException beyondAnyNumber) {
            return true;
        }
    }

    private Problem tooLarge() {
        return Problem.of(
                413,
                "BODY_TOO_LARGE",
                "the body is longer than " + settings.mostBodyBytes()
                        + " bytes; expected a shorter one, such as a part of it in each of several requests");
    }

    private Problem tooSlow() {
        return Problem.of(
                408,
                "REQUEST_TIMEOUT",
                "the body was not complete after " + settings.requestTimeout().toMillis()
                        + " ms; expected it faster, or in smaller parts");
    }

    /** One body on its way in. */
    private final class Reading {
        private final RoutingContext context;
        private final Consumer<byte[]> then;
        private final Buffer body = Buffer.buffer();
        private long timer;
        private boolean over;

        Reading(RoutingContext context, Consumer<byte[]> then) {
            this.context = context;
            this.then = then;
        }

        void begin() {
            timer = context.vertx().setTimer(settings.requestTimeout().toMillis(), fired -> refuse(tooSlow()));
            context.addEndHandler(answered -> {
                stop();
                held.addAndGet(-body.length());
            });
            context.request().handler(this::take);
            context.request().exceptionHandler(broken -> stop());
            context.request().endHandler(end -> finish());
        }

        private void take(Buffer chunk) {
            if (over) {
                return;
            }
            if (body.length() + (long) chunk.length() > settings.mostBodyBytes()) {
                refuse(tooLarge());
            } else if (held.addAndGet(chunk.length()) > mostHeld) {
                held.addAndGet(-chunk.length());
                refuse(Workers.OVERLOADED);
            } else {
                body.appendBuffer(chunk);
            }
        }

        private void finish() {
            if (!over) {
                stop();
                try {
                    then.accept(body.getBytes());
                } catch (RuntimeException | AssertionError broken) {
                    context.fail(broken);
                }
            }
        }

        private void refuse(Problem problem) {
            if (!over) {
                stop();
                Answers.problem(context, problem);
            }
        }

        private void stop() {
            over = true;
            context.vertx().cancelTimer(timer);
        }
    }
}
