package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ACCESS;

import dev.usher.core.Usher;
import dev.usher.core.access.Role;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.Inspection;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;

/** Verifies the whole store for the operator: {@code POST /usher/v1/inspection} answers what was looked at and what is wrong. */
final class InspectionEndpoint implements Endpoint {
    private static final Violation OPERATOR_REQUIRED = new Violation(
            ACCESS,
            "OPERATOR_REQUIRED",
            "",
            "only the operator may inspect the store; run the command on the machine where the service runs");

    private static final byte[] ORGANIZATIONS = JsonBytes.name("organizations");
    private static final byte[] EVENTS = JsonBytes.name("events");
    private static final byte[] BLOCKS = JsonBytes.name("blocks");
    private static final byte[] OPERATIONS = JsonBytes.name("operations");
    private static final byte[] FAULTS = JsonBytes.name("faults");

    private final Usher usher;
    private final NativeRoutes routes;

    @Inject
    InspectionEndpoint(Usher usher, NativeRoutes routes) {
        this.usher = usher;
        this.routes = routes;
    }

    @Override
    public void mount(Router router) {
        router.post("/usher/v1/inspection").handler(routes.asking(this::inspect));
    }

    private Outcome<NativeAnswer> inspect(NativeRequest request) {
        return request.actor().role() == Role.OPERATOR
                ? Outcome.accepted(NativeAnswer.of(json(usher.inspection().inspect())))
                : Outcome.rejected(OPERATOR_REQUIRED);
    }

    private static JsonBytes json(Inspection.Report report) {
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
        return json.endArray().endObject();
    }
}
