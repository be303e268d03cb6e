package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.adapters.http.RawClient;
import dev.usher.adapters.http.RunningService;
import dev.usher.core.access.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every call under /v3 comes in and is answered, whatever it is about. */
class TransportTest {
    private static RunningService service;
    private static String token;

    @BeforeAll
    static void start() {
        service = RunningService.start(Map.of("eventbrite.calls-per-hour", "0"));
        token = service.token("here", Role.OWNER);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/categories",
                "/v3/categories/",
                "/v3/formats/1",
                "/v3/formats/1/",
                "/v3/users/me/organizations/"
            })
    void bothSlashesAreServedWithoutARedirection(String path) {
        assertThat(service.getAs(token, path).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenStandsInTheHeaderOrInTheQuery() {
        assertThat(service.get("/v3/formats/?token=" + token).statusCode()).isEqualTo(200);
        assertThat(service.get("/v3/formats/", "Authorization", "bearer " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCallWithoutATokenIsRefused() {
        error(service.get("/v3/formats/"), 401, "NO_AUTH");
        error(service.get("/v3/events/1/?token="), 401, "NO_AUTH");
    }

    @Test
    void aTokenNobodyHasIsRefused() {
        error(service.get("/v3/formats/?token=nobodys"), 401, "INVALID_AUTH");
        error(service.getAs("nobodys", "/v3/formats/"), 401, "INVALID_AUTH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token abc", "Bearer", "abc", "Basic YTpi"})
    void aHeaderOfAnotherFormIsRefused(String header) {
        error(service.get("/v3/formats/", "Authorization", header), 400, "INVALID_AUTH_HEADER");
    }

    @ParameterizedTest
    @CsvSource({
        "/v3/nothing/here/",
        "/v3/events/search/",
        "/v3/events/x/",
        "/v3/events/01011/",
        "/v3/events/00000000000/ticket_classes/",
        "/v3/users/01/",
        "/v3/events/99999999999999999999999/",
        "/v3/formats/me/",
        "/v3/countries/"
    })
    void aPathThatLeadsNowhereIsToldInTheDialectsForm(String path) {
        JsonNode error = error(service.getAs(token, path), 404, "NOT_FOUND");
        assertThat(error.get("error_description").asText()).isEqualTo("The path you requested does not exist.");
    }

    @Test
    void whatCannotBeDecodedIsRefused() throws IOException {
        for (String path : List.of(
                "/v3/events/%zz/",
                "/v3/events/%ff/",
                "/v3/%",
                "/v3/formats/?page=%zz",
                "/v3/events/1011?x=%zz",
                "/v3/events/1011?x=%",
                "/v3/events/1011/ticket_classes/?token=%zz")) {
            assertThat(sent(path))
                    .as(path)
                    .contains("400 Bad Request", "\"status_code\":400", "\"error\":\"BAD_REQUEST\"");
        }
    }

    @Test
    void whoeverRefusesSpeaksTheFormOfThePath() throws IOException {
        assertThat(sent("/v3/formats/?x=" + "x".repeat(30_000))).contains("414 ", "\"type\":\"about:blank\"");
        assertThat(sent("/v3/formats/", "X-Large: " + "x".repeat(10_000) + "\r\n"))
                .contains("431 ", "\"status_code\":431");
        assertThat(sent("/v3x/%zz", "")).contains("400 ", "\"code\":\"MALFORMED_PATH\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v3/nothing/here/",
        "GET, /v3/",
        "GET, /v3",
        "PUT, /v3/formats/",
        "PATCH, /v3/events/1/",
        "POST, /v3/formats/",
        "GET, /v3/events/1?x=%zz",
        "GET, /v3/events/x/"
    })
    void nobodyLearnsAnythingWithoutAToken(String method, String path) throws IOException {
        assertThat(said(method, path, "")).contains("401 Unauthorized", "\"error\":\"NO_AUTH\"");
        assertThat(said(method, path, "Authorization: Bearer nobodys\r\n"))
                .contains("401 Unauthorized", "\"error\":\"INVALID_AUTH\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/v3/organizations/999999/, The organization_id you requested does not exist.",
        "/v3/organizations/999999/events/, The organization_id you requested does not exist.",
        "/v3/users/999999/, The user_id you requested does not exist.",
        "/v3/users/999999/events/, The user_id you requested does not exist.",
        "/v3/events/999999/, The event you requested does not exist."
    })
    void whatIsNotThereIsNamedAsClientsKnowIt(String path, String told) {
        JsonNode error = error(service.getAs(token, path), 404, "NOT_FOUND");
        assertThat(error.get("error_description").asText()).isEqualTo(told);
    }

    @Test
    void onlySoManyEventsAreAskedForByNumber() {
        error(service.getAs(token, "/v3/events/"), 400, "ARGUMENTS_ERROR");
        error(service.getAs(token, "/v3/events/?event_ids=" + "1,".repeat(200) + "1,2x"), 400, "ARGUMENTS_ERROR");
        String many = IntStream.range(1, 102).mapToObj(Integer::toString).collect(Collectors.joining(","));
        error(service.getAs(token, "/v3/events/?event_ids=" + many), 400, "ARGUMENTS_ERROR");
        assertThat(RunningService.json(service.getAs(token, "/v3/events/?event_ids=1,2"))
                        .get("events"))
                .isEmpty();
    }

    private static String sent(String path) throws IOException {
        return sent(path, "");
    }

    private static String sent(String path, String headers) throws IOException {
        return said("GET", path, "Authorization: Bearer " + token + "\r\n" + headers);
    }

    private static String said(String method, String path, String headers) throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            return client.say(method + " " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "Connection: close\r\n\r\n")
                    .hearAll();
        }
    }

    @Test
    void anotherMethodIsRefused() {
        HttpResponse<String> response = service.send("PUT", "/v3/formats/", "", "Authorization", "Bearer " + token);
        error(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void theNativeApiKeepsItsOwnErrors() {
        assertThat(service.get("/usher/v1/tokens").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void anUnreadableBodyIsRefused() {
        error(service.postAs(token, "/v3/events/1/", "application/json", "{\"event\":"), 400, "INVALID_BODY");
        error(service.postAs(token, "/v3/events/1/", "application/json", "[1]"), 400, "INVALID_BODY");
    }

    @Test
    void aBodyThatIsTooLongIsRefusedInTheDialectsForm() {
        try (RunningService small = RunningService.start(Map.of("http.most-body-bytes", "100"))) {
            HttpResponse<String> response = small.postAs(
                    small.token("here", Role.OWNER),
                    "/v3/events/1/",
                    "application/json",
                    "{\"a\":\"" + "x".repeat(200) + "\"}");
            error(response, 413, "BODY_TOO_LARGE");
        }
    }

    @Test
    void pagesFollowByNumberAndByContinuation() {
        List<String> ids = new ArrayList<>();
        String query = "";
        JsonNode pagination;
        do {
            JsonNode answer = RunningService.json(service.getAs(token, "/v3/subcategories/" + query));
            answer.get("subcategories").forEach(item -> ids.add(item.get("id").asText()));
            pagination = answer.get("pagination");
            query = "?page=1&continuation=" + pagination.path("continuation").asText();
        } while (pagination.get("has_more_items").asBoolean());
        assertThat(pagination.has("continuation")).isFalse();
        assertThat(pagination.get("page_number").asInt())
                .isEqualTo(pagination.get("page_count").asInt());
        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(pagination.get("object_count").asInt());
        JsonNode second = RunningService.json(service.getAs(token, "/v3/subcategories/?page=2&page_size=100"));
        assertThat(second.at("/subcategories/0/id").asText()).isEqualTo(ids.get(50));
        error(service.getAs(token, "/v3/subcategories/?page=99"), 400, "BAD_PAGE");
        error(service.getAs(token, "/v3/subcategories/?continuation=odd"), 400, "BAD_CONTINUATION_TOKEN");
    }

    @Test
    void browsersOfOtherSitesMayAsk() {
        assertThat(service.get("/v3/formats/").headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(service.get("/v3/formats/").headers().firstValue("Access-Control-Expose-Headers"))
                .contains("x-rate-limit, Retry-After");
        assertThat(service.send("OPTIONS", "/v3/nothing/here/", "").statusCode())
                .isEqualTo(204);
        HttpResponse<String> asked = service.send("OPTIONS", "/v3/events/1/", "");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization");
    }

    @Test
    void switchesNobodyKnowsAreRefused() {
        error(service.getAs(token, "/v3/formats/", "Eb-Api-Switches-Enabled", "odd"), 400, "BAD_REQUEST");
        error(service.getAs(token, "/v3/formats/", "Eb-Api-Switches-Disabled", "odd"), 400, "BAD_REQUEST");
        error(
                service.getAs(
                        token, "/v3/formats/", "Eb-Api-Switches-Enabled", "a, odd", "Eb-Api-Switches-Disabled", "odd"),
                409,
                "REQUEST_CONFLICT");
        assertThat(service.getAs(token, "/v3/formats/", "Eb-Api-Switches-Enabled", " ")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenThatCallsTooOftenWaits() {
        try (RunningService strict = RunningService.start(Map.of("eventbrite.calls-per-hour", "2"))) {
            String busy = strict.token("here", Role.OWNER);
            assertThat(strict.getAs(busy, "/v3/formats/")
                            .headers()
                            .firstValue("x-rate-limit")
                            .orElse(""))
                    .matches("token:[0-9a-f]{10} 1/2 reset=36?[0-9]{2,3}s");
            assertThat(strict.getAs(busy, "/v3/formats/").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = strict.getAs(busy, "/v3/formats/");
            error(refused, 429, "HIT_RATE_LIMIT");
            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElse("")))
                    .isBetween(1, 3_600);
            assertThat(strict.getAs(strict.token("there", Role.OWNER), "/v3/formats/")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(strict.getAs(busy, "/usher/v1/tokens").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatOneIsCalledIsAskedForFirst() {
        JsonNode me = RunningService.json(service.getAs(token, "/v3/users/me/"));
        assertThat(me.get("name").asText()).isEqualTo("here");
        JsonNode all = RunningService.json(service.getAs(token, "/v3/users/me/organizations/"));
        assertThat(all.at("/organizations/0/_type").asText()).isEqualTo("organization");
        assertThat(all.at("/organizations/0/id").asText())
                .isEqualTo(me.get("id").asText());
        String id = me.get("id").asText();
        assertThat(service.getAs(token, "/v3/users/" + id + "/").body()).isEqualTo(me.toString());
        error(service.getAs(service.token("elsewhere", Role.OWNER), "/v3/users/" + id + "/"), 404, "NOT_FOUND");
    }

    @Test
    void theSharedListsAreServed() {
        assertThat(list("/v3/categories/", "categories")).hasSize(21);
        assertThat(list("/v3/formats/", "formats")).hasSize(20);
        assertThat(list("/v3/system/timezones/", "timezones"))
                .extracting(zone -> zone.get("id").asText())
                .contains("UTC", "Europe/Zurich", "EST5EDT")
                .containsExactlyInAnyOrderElementsOf(ZoneId.getAvailableZoneIds());
        assertThat(list("/v3/system/countries/", "countries")).hasSizeGreaterThan(200);
        assertThat(list("/v3/system/regions/", "regions"))
                .hasSize(51 + 13 + 8)
                .extracting(region -> region.get("code").asText() + " "
                        + region.get("label").asText() + ", "
                        + region.get("country_code").asText())
                .contains("US-NY New York, US", "CA-PE Prince Edward Island, CA", "AU-WA Western Australia, AU");
        JsonNode music = RunningService.json(service.getAs(token, "/v3/categories/103/"));
        assertThat(music.get("name").asText()).isEqualTo("Music");
        assertThat(music.get("resource_uri").asText()).isEqualTo(service.address() + "/v3/categories/103/");
        assertThat(music.get("subcategories")).isNotEmpty();
        JsonNode jazz = RunningService.json(service.getAs(token, "/v3/subcategories/3002/"));
        assertThat(jazz.at("/parent_category/id").asText()).isEqualTo("103");
        error(service.getAs(token, "/v3/categories/1/"), 404, "NOT_FOUND");
    }

    private static JsonNode list(String path, String name) {
        return RunningService.json(service.getAs(token, path)).get(name);
    }

    static JsonNode error(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode error = RunningService.json(response);
        assertThat(error.get("status_code").asInt()).isEqualTo(status);
        assertThat(error.get("error").asText()).isEqualTo(code);
        assertThat(error.get("error_description").asText()).isNotBlank();
        return error;
    }
}
