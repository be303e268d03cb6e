package dev.usher.adapters.http.eventbrite;

import static dev.usher.adapters.http.eventbrite.TransportTest.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events and ticket classes, member by member, as their own organization and as strangers see them. */
class WhoSeesWhatTest {
    private static final List<String> EVENT = List.of(
            ("name description url start end organization_id created changed published capacity capacity_is_custom status"
                            + " currency listed shareable invite_only online_event show_remaining tx_time_limit hide_start_date"
                            + " hide_end_date locale is_locked privacy_setting is_series is_series_parent inventory_type"
                            + " is_reserved_seating show_pick_a_seat show_seatmap_thumbnail"
                            + " show_colors_in_seatmap_thumbnail source is_free version summary facebook_event_id logo_id"
                            + " organizer_id venue_id category_id subcategory_id format_id id resource_uri"
                            + " is_externally_ticketed logo")
                    .split(" "));
    private static final List<String> PRIVATE_OF_EVENT =
            List.of("listed", "shareable", "invite_only", "show_remaining", "password");
    private static final List<String> PRIVATE_OF_CLASS = List.of(
            ("actual_cost actual_fee order_confirmation_message capacity quantity_total quantity_sold sales_start sales_end"
                            + " sales_start_after hidden include_fee split_fee hide_description auto_hide auto_hide_before"
                            + " auto_hide_after")
                    .split(" "));

    private static Organizing organizing;
    private static String event;
    private static String paid;

    @BeforeAll
    static void start() {
        organizing = new Organizing();
        event = organizing.draft("Gala");
        paid = organizing
                .made(
                        "/v3/events/" + event + "/ticket_classes/",
                        "{'ticket_class':{'name':'Stall','quantity_total':5,'cost':'USD,4500','hide_description':true,"
                                + "'description':'Near the stage'}}")
                .get("id")
                .asText();
        organizing.made(
                "/v3/events/" + organizing.draft("Other") + "/ticket_buyer_settings/",
                "{'ticket_buyer_settings':{'instructions':{'html':'Bring it.'}}}");
    }

    @AfterAll
    static void stop() {
        organizing.close();
    }

    @Test
    void theMembersOfAnEventComeInTheOrderClientsKnow() {
        String published = organizing.published("Open");
        assertThat(names(organizing.get("/v3/events/" + published + "/"))).isEqualTo(EVENT);
        List<String> seen = new ArrayList<>(EVENT);
        seen.removeAll(PRIVATE_OF_EVENT);
        JsonNode foreign = organizing.getAsStranger("/v3/events/" + published + "/");
        assertThat(names(foreign)).isEqualTo(seen);
        assertThat(foreign.get("capacity").isNull()).isTrue();
        assertThat(foreign.get("capacity_is_custom").isNull()).isTrue();
    }

    @Test
    void aDraftWasNotPublishedYet() {
        List<String> seen = new ArrayList<>(EVENT);
        seen.remove("published");
        assertThat(names(organizing.get("/v3/events/" + event + "/"))).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ticket_classes/",
                "display_settings/",
                "ticket_buyer_settings/",
                "questions/",
                "canned_questions/",
                "description/"
            })
    void nobodyElseSeesADraftOrAnythingOfIt(String part) {
        error(organizing.service().getAs(organizing.stranger(), "/v3/events/" + event + "/" + part), 404, "NOT_FOUND");
        assertThat(organizing
                        .service()
                        .getAs(organizing.stranger(), "/v3/events/" + event + "/" + part)
                        .body())
                .isEqualTo(organizing
                        .service()
                        .getAs(organizing.stranger(), "/v3/events/999999/" + part)
                        .body());
    }

    @Test
    void privateMembersOfATicketClassAreForItsOrganizationAlone() {
        String open = organizing.published("Concert");
        String path = "/v3/events/" + open + "/ticket_classes/";
        JsonNode own = organizing.get(path).at("/ticket_classes/0");
        JsonNode foreign = organizing.getAsStranger(path).at("/ticket_classes/0");
        assertThat(names(own)).contains("quantity_total", "hidden", "auto_hide");
        assertThat(names(foreign)).doesNotContainAnyElementsOf(PRIVATE_OF_CLASS).contains("name", "on_sale_status");
        String expanded = "/v3/events/?event_ids=" + open + "&expand=ticket_classes";
        assertThat(names(organizing.getAsStranger(expanded).at("/events/0/ticket_classes/0")))
                .isEqualTo(names(foreign));
        assertThat(names(organizing.getAsStranger(expanded).at("/events/0")))
                .doesNotContainAnyElementsOf(PRIVATE_OF_EVENT);
    }

    @Test
    void aPaidClassHasPricesBeforeEverythingElse() {
        JsonNode sold = organizing.get("/v3/events/" + event + "/ticket_classes/" + paid + "/");
        assertThat(names(sold).subList(0, 6))
                .containsExactly("actual_cost", "actual_fee", "cost", "fee", "tax", "resource_uri");
        assertThat(sold.get("description").asText()).isEqualTo("Near the stage");
    }

    @Test
    void whatBuyersAreToldIsForTheOrganizationAlone() {
        String open = organizing.published("Reading");
        error(
                organizing.service().getAs(organizing.stranger(), "/v3/events/" + open + "/ticket_buyer_settings/"),
                403,
                "NOT_AUTHORIZED");
        assertThat(names(organizing.getAsStranger("/v3/events/" + open + "/display_settings/")))
                .doesNotContain("show_remaining");
    }

    @Test
    void strangersChangeNothing() {
        String open = organizing.published("Lecture");
        for (String act :
                List.of("", "publish/", "unpublish/", "cancel/", "copy/", "display_settings/", "questions/")) {
            error(
                    organizing
                            .service()
                            .postAs(
                                    organizing.stranger(),
                                    "/v3/events/" + open + "/" + act,
                                    Organizing.JSON,
                                    "{\"odd\":1}"),
                    404,
                    "NOT_FOUND");
        }
        error(
                organizing
                        .service()
                        .getAs(organizing.stranger(), "/v3/organizations/" + organizing.organization() + "/events/"),
                404,
                "NOT_FOUND");
    }

    @Test
    void expansionsStandBesideTheirIds() {
        String venue = organizing
                .made(
                        "/v3/organizations/" + organizing.organization() + "/venues/",
                        "{'venue':{'name':'Harbour Hall','address':{'address_1':'Pier 1','city':'Basel','country':'CH'}}}")
                .get("id")
                .asText();
        String path = "/v3/events/" + organizing.draft("Fair") + "/";
        organizing.made(path, "{'event':{'venue_id':'" + venue + "','category_id':'103','format_id':'6'}}");
        JsonNode shown = organizing.get(path + "?expand=venue,organizer,category,format,ticket_availability,odd");
        assertThat(shown.get("venue_id").asText()).isEqualTo(venue);
        assertThat(shown.at("/venue/address/localized_address_display").asText())
                .isEqualTo("Pier 1, Basel");
        assertThat(shown.at("/organizer/name").asText()).isEqualTo("Harbour Shows");
        assertThat(shown.at("/category/name").asText()).isEqualTo("Music");
        assertThat(shown.at("/format/short_name").asText()).isEqualTo("Performance");
        assertThat(shown.at("/ticket_availability/minimum_ticket_price/display").asText())
                .isEqualTo("0.00 USD");
        JsonNode nested = organizing.get(path + "ticket_classes/?expand=event.venue&expand.event=category");
        assertThat(nested.at("/ticket_classes/0/event/venue/name").asText()).isEqualTo("Harbour Hall");
        assertThat(nested.at("/ticket_classes/0/event/category/id").asText()).isEqualTo("103");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
