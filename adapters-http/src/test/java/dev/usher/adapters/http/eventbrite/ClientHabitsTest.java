package dev.usher.adapters.http.eventbrite;

import static dev.usher.adapters.http.eventbrite.TransportTest.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.adapters.http.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What real clients do that no document asks for, each habit served as it stands. */
class ClientHabitsTest {
    private static Organizing organizing;

    @BeforeAll
    static void start() {
        organizing = new Organizing();
    }

    @AfterAll
    static void stop() {
        organizing.close();
    }

    @Test
    void theJavaScriptClientSendsNestedJsonAndReadsArgumentErrors() {
        String event = organizing.draft("Gala");
        assertThat(organizing.get("/v3/events/" + event + "/").at("/name/text").asText())
                .isEqualTo("Gala");
        JsonNode error = error(
                organizing.post("/v3/events/" + event + "/", "{'event':{'bogus':1,'capacity':'many'}}"),
                400,
                "ARGUMENTS_ERROR");
        assertThat(error.at("/error_detail/ARGUMENTS_ERROR").toString())
                .isEqualTo("{\"event.capacity\":[\"INVALID\"],\"event.bogus\":[\"Unknown parameter\"]}");
        assertThat(error.get("error_description").asText())
                .contains("event.capacity - INVALID", "event.bogus - Unknown parameter");
    }

    @Test
    void thePythonClientSendsDottedNamesWithObjectsBelowAndAsksForNoExpansion() {
        JsonNode event = organizing.made(
                "/v3/organizations/" + organizing.organization() + "/events/?expand=none",
                "{'event.name':{'html':'Gala'},'event.start':{'utc':'2999-06-01T18:00:00Z','timezone':'Europe/Zurich'},"
                        + "'event.end':{'utc':'2999-06-01T21:00:00Z','timezone':'Europe/Zurich'},"
                        + "'event.currency':'USD','event.organizer_id':'" + organizing.organizer() + "'}");
        String path = "/v3/events/" + event.get("id").asText() + "/";
        JsonNode sold = organizing.made(
                path + "ticket_classes/",
                "{'ticket_class.name':'VIP','ticket_class.cost':'USD,4500','ticket_class.quantity_total':50}");
        assertThat(sold.at("/cost/display").asText()).isEqualTo("$45.00");
        assertThat(organizing.get(path + "?expand=none").has("organizer")).isFalse();
    }

    @Test
    void thePythonClientDeletesWithAContentTypeAndNoContent() {
        String event = organizing.draft("Gala");
        HttpResponse<String> deleted = organizing
                .service()
                .send(
                        "DELETE",
                        "/v3/events/" + event + "/",
                        "",
                        "Authorization",
                        "Bearer " + organizing.owner(),
                        "Content-Type",
                        "application/json");
        assertThat(Organizing.good(deleted).toString()).isEqualTo("{\"deleted\":true}");
        error(organizing.service().getAs(organizing.owner(), "/v3/events/" + event + "/"), 404, "NOT_FOUND");
    }

    @Test
    void theRubyClientActsWithoutABodyAndWithoutASlash() {
        String path = "/v3/events/" + organizing.draft("Gala");
        assertThat(acted(path + "/publish")).isEqualTo("{\"published\":true}");
        assertThat(acted(path + "/unpublish")).isEqualTo("{\"unpublished\":true}");
        assertThat(acted(path + "/publish")).isEqualTo("{\"published\":true}");
        assertThat(acted(path + "/cancel")).isEqualTo("{\"canceled\":true}");
    }

    @Test
    void theRubyClientAsksForAPageAndAContinuationAtOnce() {
        List<String> made = new ArrayList<>();
        for (int at = 0; at < 3; at++) {
            made.add(organizing.draft("Series of walks " + at));
        }
        String list = "/v3/organizations/" + organizing.organization()
                + "/events?order_by=created_asc&name_filter=SERIES+OF+WALKS&page_size=1";
        List<String> seen = new ArrayList<>();
        JsonNode page = organizing.get(list + "&page=1");
        while (page.at("/pagination/has_more_items").asBoolean()) {
            seen.add(page.at("/events/0/id").asText());
            page = organizing.get(list + "&page=1&continuation="
                    + page.at("/pagination/continuation").asText());
        }
        seen.add(page.at("/events/0/id").asText());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        assertThat(page.get("pagination").has("continuation")).isFalse();
        assertThat(organizing.get(list + "&page=2").at("/events/0/id").asText()).isEqualTo(seen.get(1));
    }

    @Test
    void theGoClientSaysItsTokenInTheQueryAndEveryOptionalMemberAsZero() {
        String query = "?token=" + organizing.owner() + "&expand=venue,category,subcategories";
        HttpResponse<String> made = organizing
                .service()
                .send(
                        "POST",
                        "/v3/events/" + query,
                        ("{'event.name.html':'Gala','event.description.html':'','event.organizer_id':'"
                                        + organizing.organizer()
                                        + "','event.start.utc':'2999-06-01T18:00:00Z','event.start.timezone':'Europe/Zurich',"
                                        + "'event.end.utc':'2999-06-01T21:00:00Z','event.end.timezone':'Europe/Zurich',"
                                        + "'event.hide_start_date':false,'event.hide_end_date':false,'event.currency':'USD',"
                                        + "'event.venue_id':'','event.online_event':false,'event.listed':false,"
                                        + "'event.logo_id':'','event.category_id':'','event.subcategory_id':'',"
                                        + "'event.format_id':'','event.shareable':false,'event.invite_only':false,"
                                        + "'event.password':'','event.capacity':0,'event.show_remaining':false,"
                                        + "'event.is_reserved_seating':false,'event.source':''}")
                                .replace('\'', '"'));
        JsonNode event = Organizing.good(made);
        assertThat(event.get("listed").asBoolean()).isTrue();
        assertThat(event.get("capacity_is_custom").asBoolean()).isFalse();
        assertThat(event.get("source").asText()).isEqualTo("api");
        assertThat(event.get("venue").isNull()).isTrue();
        assertThat(organizing
                        .service()
                        .send("DELETE", "/v3/events/" + event.get("id").asText() + query, "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void curlSendsAForm() {
        String path = "/v3/events/" + organizing.draft("Gala") + "/";
        assertThat(form(path, "event.capacity=7&event.online_event=true&event.name.html=Jazz+%26+more")
                        .at("/name/html")
                        .asText())
                .isEqualTo("Jazz &amp; more");
        JsonNode sold = form(
                path + "ticket_classes/",
                "ticket_class.name=Stall&ticket_class.quantity_total=5&ticket_class.cost=USD,4500"
                        + "&ticket_class.sales_channels=online,atd");
        assertThat(sold.at("/cost/value").asInt()).isEqualTo(4_500);
        assertThat(sold.get("sales_channels")).hasSize(2);
        JsonNode asked = form(
                path + "questions/",
                "question.question.html=Which+size%3F&question.type=dropdown&question.respondent=attendee"
                        + "&question.choices=%5B%7B%22answer%22%3A%7B%22html%22%3A%22Small%22%7D%7D%5D");
        assertThat(asked.at("/choices/0/answer/html").asText()).isEqualTo("Small");
    }

    @Test
    void clientsSendBackTheLocalTimeTheyWereGiven() {
        String path = "/v3/events/" + organizing.draft("Gala") + "/";
        JsonNode start = organizing.get(path).get("start");
        assertThat(start.get("local").asText()).isEqualTo("2999-06-01T20:00:00");
        assertThat(organizing.made(path, "{'event':{'start':" + start + "}}").get("start"))
                .isEqualTo(start);
    }

    private static String acted(String path) {
        return Organizing.good(
                        organizing.service().send("POST", path, "", "Authorization", "Bearer " + organizing.owner()))
                .toString();
    }

    private static JsonNode form(String path, String body) {
        return Organizing.good(
                organizing.service().postAs(organizing.owner(), path, "application/x-www-form-urlencoded", body));
    }

    @Test
    void everyAddressThatIsGivenOutLeadsBack() {
        JsonNode event = organizing.get("/v3/events/" + organizing.draft("Gala") + "/?expand=ticket_classes");
        for (String address : List.of(
                event.get("resource_uri").asText(),
                event.at("/ticket_classes/0/resource_uri").asText())) {
            assertThat(address).startsWith(organizing.service().address() + "/v3/");
            String path =
                    address.substring(organizing.service().address().toString().length());
            assertThat(RunningService.json(organizing.service().getAs(organizing.owner(), path))
                            .get("resource_uri")
                            .asText())
                    .isEqualTo(address);
        }
    }
}
