package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.service.Inspection;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;

/** Verifies the whole store for the operator: {@code POST /usher/v1/inspection} answers what was looked at and what is wrong. */
final class InspectionEndpoint implements Endpoint {
    private static final Problem OPERATOR_REQUIRED = Problem.of(
            403,
            "OPERATOR_REQUIRED",
            "only the operator may inspect the store; run the command on the machine where the service runs");

    private static final byte[] ORGANIZATIONS = JsonBytes.name("organizations");
    private static final byte[] EVENTS = JsonBytes.name("events");
    private static final byte[] BLOCKS = JsonBytes.name("blocks");
    private static final byte[] OPERATIONS = JsonBytes.name("operations");
    private static final byte[] FAULTS = JsonBytes.name("faults");

    private final Usher usher;
    private final Doorkeeper doorkeeper;
    private final Workers workers;

    @Inject
    InspectionEndpoint(Usher usher, Doorkeeper doorkeeper, Workers workers) {
        this.usher = usher;
        this.doorkeeper = doorkeeper;
        this.workers = workers;
    }

    @Override
    public void mount(Router router) {
        router.post("/usher/v1/inspection").handler(doorkeeper.admit(JsonOnly.of(this::inspect)));
    }

    private void inspect(RoutingContext context, Actor actor) {
        if (actor.role() != Role.OPERATOR) {
            Answers.problem(context, OPERATOR_REQUIRED);
            return;
        }
        workers.run(context, () -> usher.inspection().inspect(), report -> Answers.json(context, 200, json(report)));
    }

    private static byte[] json(Inspection.Report report) {
        JsonBytes json = new JsonBytes(256)
                .beginObject()
                .member(ORGANIZATIONS)
                .number(report.organizations())
                .member(EVENTS)
                .number(report.events())
                .member(BLOCKS)
                .number(report.blocks())
                .member(OPERATIONS)
                .number(report.operations())
                .member(FAULTS)
                .beginArray();
        report.faults().forEach(json::text);
        return json.endArray().endObject().toBytes();
    }
}
