package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.problem;
import static dev.usher.adapters.http.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.access.Role;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a native client is told when it is refused: all faults at once, in the words of its request, with what it said. */
class NativeWordsTest {
    private static final String EVENTS = "/usher/v1/events";
    private static final String GALA = EVENTS + "/gala";
    private static final String CLASSES = GALA + "/ticket-classes";
    private static final String JSON = "application/json";

    private final RunningService service = RunningService.start();
    private final String owner = service.token("house", Role.OWNER);
    private final String member = service.token("house", Role.MEMBER);
    private final String viewer = service.token("house", Role.VIEWER);
    private final String stranger = service.token("another", Role.OWNER);

    @BeforeEach
    void makeTheGala() {
        assertThat(service.postAs(member, EVENTS, JSON, "{\"external_id\":\"gala\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void everyFaultOfAnEventIsToldAndNothingIsDoneThoughAMemberIsOfAnotherType() {
        String before = service.getAs(viewer, GALA).body();
        String wrong =
                "\"online_event\":\"yes\",\"nmae\":\"x\",\"start_utc\":\"tomorrow\",\"currency\":\"XYZ\",\"capacity\":-1";
        assertThat(paths(send("PATCH", member, GALA, "{" + wrong + "}")))
                .containsExactly("online_event", "nmae", "start_utc", "currency", "capacity");
        assertThat(paths(service.postAs(member, EVENTS, JSON, "{" + wrong + ",\"organization_id\":\"x\"}")))
                .containsExactly("online_event", "nmae", "organization_id", "start_utc", "currency", "capacity");
        assertThat(paths(send("PATCH", member, GALA, "{\"nmae\":\"x\",\"name\":\"The ball\"}")))
                .containsExactly("nmae");
        assertThat(service.getAs(viewer, GALA).body()).isEqualTo(before);
        assertThat(json(service.getAs(viewer, EVENTS)).path("total").asLong()).isEqualTo(1);
        problem(send("PATCH", stranger, EVENTS + "/" + number(), "{" + wrong + "}"), 404, "NOT_FOUND");
        problem(send("PATCH", viewer, GALA, "{" + wrong + "}"), 403, "NOT_AUTHORIZED");
    }

    @Test
    void everyFaultOfACopyASettlementAndATicketClassIsTold() {
        assertThat(paths(service.postAs(
                        member, GALA + "/copy", JSON, "{\"name\":\" \",\"start_date\":\"soon\",\"timezone\":7}")))
                .containsExactlyInAnyOrder("timezone", "start_date", "name");
        assertThat(paths(send("PATCH", member, GALA + "/settlement", "{\"bookmarks\":1,\"bookmark_count\":-1}")))
                .containsExactly("bookmarks", "bookmark_count");
        assertThat(paths(service.postAs(
                        member,
                        CLASSES,
                        JSON,
                        "{\"nmae\":\"x\",\"cost\":\"free\",\"free\":1,\"minimum_quantity\":3,\"maximum_quantity\":2}")))
                .containsExactly("nmae", "free", "cost", "maximum_quantity");
        assertThat(service.getAs(viewer, CLASSES).body()).isEqualTo("[]");
        assertThat(json(service.getAs(viewer, EVENTS)).path("total").asLong()).isEqualTo(1);
    }

    @Test
    void noRefusalNamesAMemberThatNativeRequestsDoNotHave() {
        String stalls =
                json(service.postAs(member, CLASSES, JSON, "{}")).path("id").asText();
        HttpResponse<String> unready = send("POST", member, GALA + "/publish", "");
        assertThat(paths(unready))
                .contains(
                        "name",
                        "description",
                        "start_utc",
                        "end_utc",
                        "start_timezone",
                        "organizer_id",
                        "currency",
                        "ticket_classes[" + stalls + "].name",
                        "ticket_classes[" + stalls + "].quantity_total");
        HttpResponse<String> event = send("PATCH", member, GALA, "{\"start_utc\":\"event.start.utc\",\"name\":null}");
        HttpResponse<String> price = send(
                "PATCH",
                member,
                CLASSES + "/" + stalls,
                "{\"sales_start\":\"2999-02-01T00:00:00Z\",\"sales_end\":\"2999-01-01T00:00:00Z\"}");
        assertThat(price.body())
                .contains("\"sales_end is 2999-01-01T00:00:00Z; expected an instant after sales_start, which is ");
        assertThat(detail(event)).startsWith("start_utc is 'event.start.utc'; expected");
        assertThat(List.of(unready.body(), price.body(), event.body().replace("'event.start.utc'", "")))
                .allSatisfy(body -> assertThat(body).doesNotContain("event.", "ticket_class."));
    }

    @Test
    void aClassThatOthersWaitForIsRemovedOnlyByAParameterThatSaysTrue() {
        String first =
                json(service.postAs(member, CLASSES, JSON, "{}")).path("id").asText();
        service.postAs(member, CLASSES, JSON, "{\"sales_start_after\":\"" + first + "\"}");
        String one = CLASSES + "/" + first;
        assertThat(detail(send("DELETE", member, one, ""))).contains("breakDependency=true");
        assertThat(detail(send("DELETE", member, one + "?breakDependency=yes", "")))
                .isEqualTo("breakDependency is 'yes'; expected true or false");
        problem(send("DELETE", member, one + "?breakDependency=false", ""), 409, "IS_STARTED_AFTER");
        assertThat(send("DELETE", member, one + "?breakDependency=true", "").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /usher/v1/events/nix, event 'nix'",
        "PATCH, /usher/v1/events/nix, event 'nix'",
        "POST, /usher/v1/events/nix/publish, event 'nix'",
        "GET, /usher/v1/events/nix/ticket-classes, event 'nix'",
        "GET, /usher/v1/events/gala/ticket-classes/abc, ticket class 'abc'",
        "DELETE, /usher/v1/events/gala/ticket-classes/abc, ticket class 'abc'",
        "PATCH, /usher/v1/venues/abc, venue 'abc'",
        "GET, /usher/v1/organizers/abc, organizer 'abc'",
        "PATCH, /usher/v1/organizations/default, organization 'default'",
        "GET, /usher/v1/organizations/default/members, organization 'default'",
        "GET, /usher/v1/users/abc, user 'abc'",
        "GET, /usher/v1/users/987654, user '987654'"
    })
    void whatIsNotThereIsNamedAsItWasAskedFor(String method, String path, String named) {
        HttpResponse<String> refused = send(method, owner, path, method.equals("PATCH") ? "{}" : "");
        problem(refused, 404, "NOT_FOUND");
        assertThat(detail(refused)).startsWith("there is no " + named);
    }

    @Test
    void anotherOrganizationsEventIsAnsweredAsOneThatDoesNotExist() {
        String organizer = json(service.postAs(owner, "/usher/v1/organizers", JSON, "{\"name\":\"The house\"}"))
                .path("id")
                .asText();
        send(
                "PATCH",
                member,
                GALA,
                "{\"name\":\"The gala\",\"description\":\"x\",\"start_utc\":\"2999-01-01T19:00:00Z\","
                        + "\"start_timezone\":\"Europe/Zurich\",\"end_utc\":\"2999-01-01T23:00:00Z\","
                        + "\"end_timezone\":\"Europe/Zurich\",\"currency\":\"USD\",\"organizer_id\":\"" + organizer
                        + "\"}");
        service.postAs(member, CLASSES, JSON, "{\"name\":\"Stalls\",\"free\":true,\"quantity_total\":1}");
        assertThat(send("POST", member, GALA + "/publish", "").statusCode()).isEqualTo(200);
        String gala = number();
        for (String part : List.of("", "/ticket-classes")) {
            assertThat(service.getAs(stranger, EVENTS + "/" + gala + part)
                            .body()
                            .replace(gala, "N"))
                    .isEqualTo(service.getAs(stranger, EVENTS + "/987654321" + part)
                            .body()
                            .replace("987654321", "N"));
        }
    }

    @Test
    void aTagThatNeverWasOneIsRefusedAndAWeakOneMatchesNothing() {
        for (String tag : new String[] {"\"abc\"", "7", "\"1\", \"2\"", "W/\"abc\""}) {
            HttpResponse<String> refused = tagged("PATCH", GALA, "{}", "If-Match", tag);
            problem(refused, 400, "INVALID_TAG");
            assertThat(detail(refused)).contains("'" + tag + "'", "such as \"7\"");
        }
        HttpResponse<String> weak = tagged("PATCH", GALA, "{}", "If-Match", "W/\"1\"");
        problem(weak, 412, "VERSION_CONFLICT");
        assertThat(detail(weak)).contains("'W/\"1\"'", "weak", "expected \"1\"");
        assertThat(tagged("PATCH", GALA, "{\"name\":\"Ball\"}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
        problem(tagged("PATCH", GALA, "{}", "If-Match", "\"1\""), 412, "VERSION_CONFLICT");
    }

    @Test
    void whatSomebodyHasIsNotSentAgain() {
        HttpResponse<String> known = service.getAs(viewer, GALA);
        String tag = known.headers().firstValue("ETag").orElseThrow();
        assertThat(known.headers().firstValue("Cache-Control")).contains("private, no-cache");
        HttpResponse<String> again = service.getAs(viewer, GALA, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        HttpResponse<String> changed = tagged("PATCH", GALA, "{\"name\":\"The ball\"}", "If-Match", tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(service.getAs(viewer, GALA, "If-None-Match", tag).body()).isEqualTo(changed.body());
        assertThat(service.getAs(
                                viewer,
                                GALA,
                                "If-None-Match",
                                changed.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aTagToldOfACompressedAnswerIsAVersionToo() {
        String tag = service.bytes(GALA, "X-Api-Key", viewer, "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(tag).endsWith("-gzip\"");
        assertThat(tagged("PATCH", GALA, "{}", "If-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /usher/v1/tokens",
                "GET /usher/v1/users",
                "GET /usher/v1/organizations",
                "GET /usher/v1/events/gala",
                "GET /usher/v1/events/gala/ticket-classes",
                "POST /usher/v1/events/gala/publish",
                "POST /usher/v1/events/gala/copy",
                "POST /usher/v1/ticket-operations",
                "POST /usher/v1/inspection",
                "PATCH /usher/v1/events/gala"
            })
    void aParameterThatMeansNothingIsRefusedEverywhere(String request) {
        String[] words = request.split(" ", -1);
        HttpResponse<String> refused = send(words[0], owner, words[1] + "?expand=all", "");
        problem(refused, 400, "UNKNOWN_PARAMETER");
        assertThat(detail(refused)).isEqualTo("'expand' is no parameter here; expected none");
    }

    private String number() {
        return json(service.getAs(viewer, GALA)).path("id").asText();
    }

    private static List<String> paths(HttpResponse<String> refused) {
        JsonNode violations = json(refused).path("violations");
        assertThat(violations).as(refused.body()).isNotEmpty();
        return violations.findValuesAsText("path");
    }

    private static String detail(HttpResponse<String> refused) {
        return json(refused).path("detail").asText();
    }

    private HttpResponse<String> send(String method, String token, String path, String body) {
        return service.send(method, path, body, "X-Api-Key", token, "Content-Type", JSON);
    }

    private HttpResponse<String> tagged(String method, String path, String body, String header, String tag) {
        return service.send(method, path, body, "X-Api-Key", member, "Content-Type", JSON, header, tag);
    }
}
