package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.TicketOperations.Receipt;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes ticket operations while an event runs, up to 10,000 in one request, all or none.
 *
 * <p>{@code POST /usher/v1/ticket-operations} with one JSON object a line ({@code application/x-ndjson}) or an array of
 * them ({@code application/json}); a 200 means that they are durable and stand in the next answer. Sending them again is
 * safe: a repeated operation is the same operation.
 */
final class TicketOperationsEndpoint implements Endpoint {
    private static final byte[] ADDED = JsonBytes.name("added");
    private static final byte[] REPEATED = JsonBytes.name("repeated");
    private static final byte[] SEQUENCES = JsonBytes.name("sequences");

    private final Usher usher;
    private final NativeRoutes routes;
    private final RequestBody body;
    private final Workers workers;

    @Inject
    TicketOperationsEndpoint(Usher usher, NativeRoutes routes, RequestBody body, Workers workers) {
        this.usher = usher;
        this.routes = routes;
        this.body = body;
        this.workers = workers;
    }

    @Override
    public void mount(Router router) {
        router.post("/usher/v1/ticket-operations").handler(routes.bringing(this::receive));
    }

    private void receive(RoutingContext context, Actor actor) {
        Optional<Violation> refusal = usher.ticketOperations().refusalOf(actor);
        if (refusal.isPresent()) {
            Answers.problem(context, Problem.refused(List.of(refusal.get())));
            return;
        }
        switch (JsonOnly.mediaType(context.request())) {
            case "application/x-ndjson", "application/ndjson", "application/jsonl" ->
                append(context, actor, OperationReader::ofLines);
            case "application/json" -> append(context, actor, OperationReader::ofArray);
            default ->
                Answers.problem(
                        context,
                        JsonOnly.unsupported(
                                context.request(),
                                "application/x-ndjson with one operation a line, or application/json with an array"));
        }
    }

    private void append(RoutingContext context, Actor actor, Function<byte[], OperationReader.Reading> reader) {
        body.read(
                context,
                bytes -> workers.run(context, () -> judge(actor, reader.apply(bytes)), send -> send.accept(context)));
    }

    /** Reads and appends, which both may take a while, and says how to answer. */
    private Consumer<RoutingContext> judge(Actor actor, OperationReader.Reading reading) {
        if (reading.faults() > 0) {
            Problem problem = Problem.refused(reading.violations(), reading.faults());
            return context -> Answers.problem(context, problem);
        }
        Outcome<Receipt> outcome = usher.ticketOperations().append(actor, reading.operations());
        return outcome instanceof Outcome.Accepted<Receipt> accepted
                ? context -> Answers.json(context, 200, json(accepted.value()))
                : context -> Answers.problem(context, Problem.refused(outcome.violations()));
    }

    private static byte[] json(Receipt receipt) {
        JsonBytes json = new JsonBytes(256)
                .beginObject()
                .member(ADDED)
                .number(receipt.added())
                .member(REPEATED)
                .number(receipt.repeated())
                .member(SEQUENCES)
                .beginObject();
        receipt.sequences().forEach((event, sequence) -> json.member(event).number(sequence));
        return json.endObject().endObject().toBytes();
    }
}
