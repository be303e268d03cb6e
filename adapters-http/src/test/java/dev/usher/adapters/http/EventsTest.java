package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.problem;
import static dev.usher.adapters.http.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Organizer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events and their ticket classes, made, changed, shown and ended over the native API. */
class EventsTest {
    private static final String EVENTS = "/usher/v1/events";
    private static final String JSON = "application/json";
    private static final String GALA = "{\"external_id\":\"gala\",\"name\":\"The gala\",\"description\":\"Dancing\","
            + "\"start_utc\":\"2999-01-01T19:00:00Z\",\"start_timezone\":\"Europe/Zurich\","
            + "\"end_utc\":\"2999-01-01T23:00:00Z\",\"end_timezone\":\"Europe/Zurich\",\"currency\":\"USD\","
            + "\"listed\":true,\"online_event\":true}";

    private final RunningService service = RunningService.start();
    private final String owner = service.token("house", Role.OWNER);
    private final String member = service.token("house", Role.MEMBER);
    private final String viewer = service.token("house", Role.VIEWER);
    private final String stranger = service.token("another", Role.OWNER);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aDraftMayLackEverythingAndIsShownWithEveryAttribute() {
        HttpResponse<String> made = service.postAs(member, EVENTS, JSON, "{}");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode event = json(made);
        String path = EVENTS + "/" + event.path("id").asText();
        assertThat(made.headers().firstValue("Location")).contains(path);
        assertThat(made.headers().firstValue("ETag"))
                .hasValueSatisfying(tag ->
                        assertThat(tag).matches("\"" + event.path("version").asText() + "-[0-9a-f]{16}\""));
        assertThat(event.path("status").asText()).isEqualTo("draft");
        for (Attribute<?> attribute : EventAttributes.ALL) {
            assertThat(event.has(attribute.name())).as(attribute.name()).isTrue();
        }
        assertThat(service.getAs(viewer, path).body()).isEqualTo(made.body());
        problem(service.postAs(viewer, EVENTS, JSON, "{}"), 403, "NOT_AUTHORIZED");
        problem(service.getAs(stranger, path), 404, "NOT_FOUND");
        problem(service.postAs(member, EVENTS, JSON, "{\"organization_id\":\"987654\"}"), 404, "NOT_FOUND");
    }

    @Test
    void whatIsWrongIsNamedByItsMember() {
        HttpResponse<String> refused =
                service.postAs(member, EVENTS, JSON, "{\"start_utc\":\"tomorrow\",\"currency\":\"XXL\"}");
        problem(refused, 400, json(refused).path("code").asText());
        assertThat(json(refused).path("violations").findValuesAsText("path"))
                .containsExactlyInAnyOrder("start_utc", "currency");
        problem(service.postAs(member, EVENTS, JSON, "{\"nmae\":\"x\"}"), 400, "UNKNOWN_MEMBER");
        problem(service.postAs(member, EVENTS, JSON, "{\"listed\":\"yes\"}"), 400, "INVALID_TYPE");
        problem(service.postAs(member, EVENTS, JSON, "{\"is_paid_out\":true}"), 400, "UNKNOWN_MEMBER");
        problem(service.postAs(member, EVENTS, JSON, "[]"), 400, "INVALID_TYPE");
        problem(service.postAs(member, EVENTS, "text/plain", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anEventIsFoundByItsExternalIdAndChangedOnlyInTheVersionThatWasSeen() {
        String tag = service.postAs(member, EVENTS, JSON, GALA)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> changed = send("PATCH", member, EVENTS + "/gala", "{\"summary\":\"At eight\"}", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).path("summary").asText()).isEqualTo("At eight");
        problem(send("PATCH", member, EVENTS + "/gala", "{\"summary\":\"At nine\"}", tag), 412, "VERSION_CONFLICT");
        problem(send("DELETE", member, EVENTS + "/gala", "", tag), 412, "VERSION_CONFLICT");
        problem(send("POST", member, EVENTS + "/gala/publish", "", tag), 412, "VERSION_CONFLICT");
        problem(
                send("PATCH", owner, EVENTS + "/gala/settlement", "{\"is_paid_out\":true}", tag),
                412,
                "VERSION_CONFLICT");
        assertThat(json(service.getAs(viewer, EVENTS + "/gala")).path("summary").asText())
                .isEqualTo("At eight");
        problem(service.getAs(stranger, EVENTS + "/gala"), 404, "NOT_FOUND");
        problem(service.getAs(member, EVENTS + "/nowhere"), 404, "NOT_FOUND");
        problem(send("PATCH", viewer, EVENTS + "/gala", "{\"summary\":\"x\"}", "*"), 403, "NOT_AUTHORIZED");
    }

    @Test
    void anEventIsPublishedTakenBackCopiedAndDeleted() {
        service.postAs(member, EVENTS, JSON, GALA);
        HttpResponse<String> without = send("POST", member, EVENTS + "/gala/publish", "", "*");
        assertThat(without.statusCode()).as(without.body()).isEqualTo(400);
        HttpResponse<String> sold = service.postAs(
                member,
                EVENTS + "/gala/ticket-classes",
                JSON,
                "{\"name\":\"Stalls\",\"free\":true,\"quantity_total\":100}");
        assertThat(sold.statusCode()).as(sold.body()).isEqualTo(201);
        assertThat(send("PATCH", member, EVENTS + "/gala", "{\"organizer_id\":\"" + organizer() + "\"}", "*")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> published = send("POST", member, EVENTS + "/gala/publish", "", "*");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(json(published).path("status").asText()).isEqualTo("live");
        assertThat(json(published).path("total_capacity").asLong()).isEqualTo(100);
        problem(
                service.getAs(
                        stranger, EVENTS + "/" + json(published).path("id").asText()),
                404,
                "NOT_FOUND");

        problem(service.postAs(member, EVENTS + "/gala/copy", JSON, "{}"), 409, "INVALID_START_DATE");
        Instant soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(30));
        HttpResponse<String> copied = service.postAs(
                member,
                EVENTS + "/gala/copy",
                JSON,
                "{\"name\":\"Again\",\"start_date\":\"" + soon + "\",\"end_date\":\"" + soon.plusSeconds(3_600)
                        + "\"}");
        assertThat(copied.statusCode()).as(copied.body()).isEqualTo(201);
        assertThat(json(copied).path("name").asText()).isEqualTo("Again");
        assertThat(json(copied).path("status").asText()).isEqualTo("draft");

        assertThat(json(send("POST", member, EVENTS + "/gala/unpublish", "", "*"))
                        .path("status")
                        .asText())
                .isEqualTo("draft");
        assertThat(send("DELETE", member, EVENTS + "/gala", "", "*").statusCode())
                .isEqualTo(204);
        problem(service.getAs(member, EVENTS + "/gala"), 404, "NOT_FOUND");
    }

    @Test
    void onlyTheNativeApiSettlesAndOnlyOwnersThePayout() {
        service.postAs(member, EVENTS, JSON, GALA);
        String settlement = EVENTS + "/gala/settlement";
        HttpResponse<String> settled = send(
                "PATCH",
                member,
                settlement,
                "{\"bookmark_count\":7,\"refund_policy\":\"none\",\"event_group_id\":\"g\"}",
                "*");
        assertThat(settled.statusCode()).as(settled.body()).isEqualTo(200);
        assertThat(json(settled).path("bookmark_count").asLong()).isEqualTo(7);
        problem(send("PATCH", member, settlement, "{\"is_paid_out\":true}", "*"), 403, "NOT_AUTHORIZED");
        problem(send("PATCH", owner, settlement, "{\"is_paid_out\":true}", "*"), 409, "NOT_OVER");
    }

    @Test
    void eventsAreListedFilteredSortedAndPaged() {
        for (String name : new String[] {"Ball", "Gala", "Ballet"}) {
            assertThat(service.postAs(member, EVENTS, JSON, "{\"name\":\"" + name + "\"}")
                            .statusCode())
                    .isEqualTo(201);
        }
        JsonNode found = json(service.getAs(viewer, EVENTS + "?name=ball&order=name_desc&pageSize=1&page=2"));
        assertThat(found.path("events").findValuesAsText("name")).containsExactly("Ball");
        assertThat(found.path("total").asLong()).isEqualTo(2);
        assertThat(found.path("pages").asLong()).isEqualTo(2);
        assertThat(json(service.getAs(viewer, EVENTS + "?status=live,ended"))
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(json(service.getAs(stranger, EVENTS)).path("total").asLong()).isZero();
        HttpResponse<String> refused = service.getAs(
                viewer, EVENTS + "?status=alive&order=up&page=0&pageSize=51&venue=a,b&currency=usd&time=x&series=y");
        problem(refused, 400, "INVALID");
        assertThat(json(refused).path("violations")).hasSize(9);
        problem(service.getAs(viewer, EVENTS + "?names=ball"), 400, "UNKNOWN_PARAMETER");
    }

    @Test
    void anEventBecomesASeries() {
        service.postAs(member, EVENTS, JSON, GALA);
        String occurrences = "[{\"start_utc\":\"2999-02-01T19:00:00Z\",\"end_utc\":\"2999-02-01T23:00:00Z\"},"
                + "{\"start_utc\":\"2999-02-02T19:00:00Z\",\"end_utc\":\"2999-02-02T23:00:00Z\"}]";
        HttpResponse<String> series = service.postAs(member, EVENTS + "/gala/occurrences", JSON, occurrences);
        assertThat(series.statusCode()).as(series.body()).isEqualTo(200);
        assertThat(json(series).path("is_series_parent").asBoolean()).isTrue();
        assertThat(service.getAs(viewer, EVENTS + "/gala").body()).isEqualTo(series.body());
        assertThat(json(service.getAs(viewer, EVENTS)).path("events").findValuesAsText("series_id"))
                .containsExactly(
                        json(series).path("id").asText(),
                        json(series).path("id").asText());
        HttpResponse<String> refused =
                service.postAs(member, EVENTS + "/gala/occurrences", JSON, "[{\"start_utc\":\"soon\"}]");
        problem(refused, 400, "INVALID");
        assertThat(json(refused).path("violations").findValuesAsText("path"))
                .containsExactly("[0].start_utc", "[0].end_utc");
        assertThat(refused.body()).contains("start_utc is 'soon'; expected an instant in UTC to the second");
        HttpResponse<String> past = service.postAs(
                member,
                EVENTS + "/gala/occurrences",
                JSON,
                "[{\"start_utc\":\"1999-01-01T00:00:00Z\",\"end_utc\":\"1998-01-01T00:00:00Z\"}]");
        assertThat(json(past).path("violations").findValuesAsText("path"))
                .containsExactlyInAnyOrder("[0].start_utc", "[0].end_utc");
        HttpResponse<String> misshapen = service.postAs(
                member, EVENTS + "/gala/occurrences", JSON, "[{\"start_utc\":7,\"end_utc\":\"late\",\"name\":\"x\"}]");
        assertThat(json(misshapen).path("violations").findValuesAsText("path"))
                .containsExactly("[0].start_utc", "[0].name", "[0].end_utc");
        problem(service.postAs(member, EVENTS + "/gala/occurrences", JSON, "{}"), 400, "INVALID_TYPE");
    }

    @Test
    void ticketClassesAreMadeShownChangedAndRemoved() {
        service.postAs(member, EVENTS, JSON, GALA);
        String classes = EVENTS + "/gala/ticket-classes";
        HttpResponse<String> made = service.postAs(
                member, classes, JSON, "{\"name\":\"Stalls\",\"cost\":\"USD,4500\",\"quantity_total\":100}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).path("shown_cost").asText()).isEqualTo("USD,4500");
        String one = classes + "/" + json(made).path("id").asText();
        assertThat(service.getAs(viewer, one).body()).isEqualTo(made.body());
        assertThat(service.getAs(viewer, classes).body()).isEqualTo("[" + made.body() + "]");
        HttpResponse<String> changed = send("PATCH", member, one, "{\"quantity_total\":50}", "*");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).path("quantity_total").asLong()).isEqualTo(50);
        String seen = made.headers().firstValue("ETag").orElseThrow();
        assertThat(changed.headers().firstValue("ETag")).isPresent().isNotEqualTo(Optional.of(seen));
        problem(send("PATCH", member, one, "{\"quantity_total\":49}", seen), 412, "VERSION_CONFLICT");
        problem(send("DELETE", member, one, "", seen), 412, "VERSION_CONFLICT");
        problem(send("PATCH", viewer, one, "{\"quantity_total\":50}", "*"), 403, "NOT_AUTHORIZED");
        problem(send("PATCH", member, one, "{\"quantity_sold\":50}", "*"), 400, "UNKNOWN_MEMBER");
        problem(service.getAs(stranger, one), 404, "NOT_FOUND");
        assertThat(send("DELETE", member, one, "", "*").statusCode()).isEqualTo(204);
        problem(service.getAs(viewer, one), 404, "NOT_FOUND");
    }

    private long organizer() {
        Usher usher = service.usher();
        long house = usher.organizations().findOrCreate("house").orThrow().id();
        return usher.organizers()
                .create(new Actor(house, Role.OWNER), house, Change.NONE.with(Organizer.NAME, "The house"))
                .orThrow()
                .id();
    }

    private HttpResponse<String> send(String method, String token, String path, String body, String ifMatch) {
        return service.send(method, path, body, "X-Api-Key", token, "Content-Type", JSON, "If-Match", ifMatch);
    }
}
