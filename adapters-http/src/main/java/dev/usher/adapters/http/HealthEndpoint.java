package dev.usher.adapters.http;

import io.vertx.core.Context;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;

/** Tells whoever watches the service whether it lives and whether it can answer; needs no token. */
final class HealthEndpoint implements Endpoint {
    private static final byte[] STATUS = JsonBytes.name("status");
    private static final byte[] UP = new JsonBytes(32)
            .beginObject()
            .member(STATUS)
            .text("up")
            .endObject()
            .toBytes();

    private final Readiness readiness;

    @Inject
    HealthEndpoint(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void mount(Router router) {
        router.get("/health/live").handler(context -> Answers.json(context, 200, UP));
        router.get("/health/ready").handler(this::ready);
    }

    private void ready(RoutingContext context) {
        Context loop = context.vertx().getOrCreateContext();
        readiness.state(context.vertx()).onSuccess(state -> loop.runOnContext(back -> answer(context, state)));
    }

    private static void answer(RoutingContext context, Readiness.State state) {
        if (state == Readiness.State.READY) {
            Answers.json(context, 200, UP);
        } else {
            Answers.problem(
                    context,
                    Problem.of(503, "NOT_READY", "the service is not ready: " + state.word())
                            .with("Retry-After", "2"));
        }
    }
}
