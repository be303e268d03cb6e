package dev.usher.adapters.http.eventbrite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.adapters.http.RunningService;
import dev.usher.core.access.Role;
import java.net.http.HttpResponse;
import java.util.Map;

/** An organizer at work through the dialect: a service, an organization of its own, and what it makes there. */
final class Organizing implements AutoCloseable {
    static final String JSON = "application/json";

    private final RunningService service = RunningService.start(Map.of("eventbrite.calls-per-hour", "0"));
    private final String owner = service.token("harbour", Role.OWNER);
    private final String stranger = service.token("elsewhere", Role.OWNER);
    private final String organization =
            get("/v3/users/me/organizations/").at("/organizations/0/id").asText();
    private final String organizer = made(
                    "/v3/organizations/" + organization + "/organizers/", "{'organizer':{'name':'Harbour Shows'}}")
            .get("id")
            .asText();

    RunningService service() {
        return service;
    }

    String owner() {
        return owner;
    }

    String stranger() {
        return stranger;
    }

    String organization() {
        return organization;
    }

    String organizer() {
        return organizer;
    }

    /** A draft in the far future with one class that costs something. */
    String draft(String name) {
        String event = made(
                        "/v3/organizations/" + organization + "/events/",
                        "{'event':{'name':{'html':'" + name + "'},'description':{'html':'<p>An evening.</p>'},"
                                + "'start':{'utc':'2999-06-01T18:00:00Z','timezone':'Europe/Zurich'},"
                                + "'end':{'utc':'2999-06-01T21:00:00Z','timezone':'Europe/Zurich'},"
                                + "'currency':'USD','organizer_id':'" + organizer + "'}}")
                .get("id")
                .asText();
        made(
                "/v3/events/" + event + "/ticket_classes/",
                "{'ticket_class':{'name':'Seat','free':true,'quantity_total':100}}");
        return event;
    }

    String published(String name) {
        String event = draft(name);
        made("/v3/events/" + event + "/publish/", "{}");
        return event;
    }

    JsonNode get(String path) {
        return good(service.getAs(owner, path));
    }

    JsonNode getAsStranger(String path) {
        return good(service.getAs(stranger, path));
    }

    /** Posts JSON with single quotes, and expects that it is accepted. */
    JsonNode made(String path, String body) {
        return good(post(path, body));
    }

    HttpResponse<String> post(String path, String body) {
        return service.postAs(owner, path, JSON, body.replace('\'', '"'));
    }

    static JsonNode good(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + ": " + response.body());
        }
        return RunningService.json(response);
    }

    @Override
    public void close() {
        service.close();
    }
}
