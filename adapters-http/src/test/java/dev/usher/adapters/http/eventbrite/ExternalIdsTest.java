package dev.usher.adapters.http.eventbrite;

import static dev.usher.adapters.http.eventbrite.TransportTest.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.adapters.http.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events go by their numbers here, and by the names their own organization gave them (decision 1). */
class ExternalIdsTest {
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
    void anEventIsFoundByTheNameItCameWith() {
        String event = called("432536267620");
        String gala = called("gala");
        assertThat(id("/v3/events/432536267620/")).isEqualTo(event);
        assertThat(id("/v3/events/gala")).isEqualTo(gala);
        assertThat(organizing
                        .get("/v3/events/?event_ids=gala,432536267620")
                        .get("events")
                        .size())
                .isEqualTo(2);
        organizing.made(
                "/v3/events/gala/ticket_classes/", "{'ticket_class':{'name':'Seat','free':true,'quantity_total':9}}");
        assertThat(organizing
                        .get("/v3/events/" + gala + "/ticket_classes/")
                        .get("ticket_classes")
                        .size())
                .isEqualTo(1);
        assertThat(organizing
                        .get("/v3/organizations/" + organizing.organization() + "/ticket_classes/?event_id=gala")
                        .at("/ticket_classes/0/event_id")
                        .asText())
                .isEqualTo(gala);
        assertThat(organizing
                        .made("/v3/events/gala/", "{'event':{'capacity':7}}")
                        .get("id")
                        .asText())
                .isEqualTo(gala);
    }

    @Test
    void theNumberOfAnOwnEventGoesBeforeAName() {
        String event = called("numbered");
        String another = called(event);
        assertThat(id("/v3/events/" + event + "/")).isEqualTo(event).isNotEqualTo(another);
        assertThat(id("/v3/events/numbered/")).isEqualTo(event);
    }

    @Test
    void aNameGoesBeforeTheNumberOfAnotherOrganizationsEvent() {
        String event = organizing.published("Of others");
        assertThat(organizing
                        .getAsStranger("/v3/events/" + event + "/")
                        .get("id")
                        .asText())
                .isEqualTo(event);
        String own = called(organizing.stranger(), event);
        assertThat(organizing
                        .getAsStranger("/v3/events/" + event + "/")
                        .get("id")
                        .asText())
                .isEqualTo(own);
    }

    @Test
    void theNameOfAnotherOrganizationsEventIsNoName() {
        called("premiere");
        error(organizing.service().getAs(organizing.stranger(), "/v3/events/premiere/"), 404, "NOT_FOUND");
        error(organizing.service().getAs(organizing.owner(), "/v3/events/nothing-of-that-name/"), 404, "NOT_FOUND");
    }

    private static String called(String externalId) {
        return called(organizing.owner(), externalId);
    }

    private static String called(String token, String externalId) {
        HttpResponse<String> made = organizing
                .service()
                .postAs(token, "/usher/v1/events", "application/json", "{\"external_id\":\"" + externalId + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return RunningService.json(made).get("id").asText();
    }

    private static String id(String path) {
        return organizing.get(path).get("id").asText();
    }
}
