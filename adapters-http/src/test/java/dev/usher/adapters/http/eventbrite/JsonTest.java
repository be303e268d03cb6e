package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.adapters.http.RunningService;
import dev.usher.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scalar forms of the dialect. */
class JsonTest {
    private static final Instant MAY = Instant.parse("2018-05-12T02:00:00.123456Z");

    @Test
    void instantsHaveTheirZoneAndNoFractions() {
        assertThat(text(json -> json.momentInZone("start", Optional.of(MAY), Optional.of("America/Los_Angeles"))))
                .isEqualTo("{\"start\":{\"timezone\":\"America/Los_Angeles\",\"local\":\"2018-05-11T19:00:00\","
                        + "\"utc\":\"2018-05-12T02:00:00Z\"}}");
        assertThat(text(json -> json.moment("changed", Optional.of(MAY))))
                .isEqualTo("{\"changed\":\"2018-05-12T02:00:00Z\"}");
    }

    @Test
    void aZoneNobodyKnowsIsUtc() {
        assertThat(text(json -> json.momentInZone("start", Optional.of(MAY), Optional.of("Nowhere/At_All"))))
                .contains("\"timezone\":\"UTC\",\"local\":\"2018-05-12T02:00:00\"");
        assertThat(text(json -> json.momentInZone("start", Optional.empty(), Optional.of("Europe/Zurich"))))
                .isEqualTo("{\"start\":null}");
    }

    @ParameterizedTest
    @CsvSource({
        "USD,10000,$100.00,100.00",
        "CAD,100,CA$1.00,1.00",
        "ARS,10000,ARS100.00,100.00",
        "JPY,500,¥500,500",
        "GBP,5,£0.05,0.05"
    })
    void amountsAreShownWithTheirSymbol(String currency, long minor, String display, String major) {
        assertThat(text(json -> json.money("cost", Optional.of(new Money(minor, Currency.getInstance(currency))))))
                .isEqualTo("{\"cost\":{\"display\":\"" + display + "\",\"currency\":\"" + currency + "\",\"value\":"
                        + minor + ",\"major_value\":\"" + major + "\"}}");
    }

    @Test
    void spansOfPricesAreShownWithTheirCode() {
        assertThat(text(json -> json.moneyWithCode("minimum", Optional.of(new Money(0, Currency.getInstance("USD"))))))
                .contains("\"display\":\"0.00 USD\"");
    }

    @Test
    void whatIsNotThereIsNull() {
        assertThat(text(json -> json.multipart("description", Optional.empty())
                        .id("venue_id", Optional.empty())
                        .number("capacity", Optional.empty())))
                .isEqualTo("{\"description\":{\"text\":null,\"html\":null},\"venue_id\":null,\"capacity\":null}");
    }

    @Test
    void markUpThatSaysNothingHasNoText() {
        assertThat(text(json -> json.multipart("description", Optional.of("<P><BR></P>"))))
                .isEqualTo("{\"description\":{\"text\":null,\"html\":\"<p><br /></p>\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/?a=1&copy=2&amp;c='x'#y",
                "HTTP://example.com",
                "https://z\u00fcrich.example/{{x}}?q=[1]|2",
                "www.example.com/x"
            })
    void anAddressComesBackAsItIs(String address) {
        assertThat(RunningService.json(text(json -> json.address("website", Optional.of(address))))
                        .get("website")
                        .asText())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "https://x/\" onclick=\"alert(1)",
                "https://x/<script>",
                "http://"
            })
    void anAddressThatIsNoneOfTheWebIsNotShown(String address) {
        assertThat(text(json -> json.address("website", Optional.of(address)))).isEqualTo("{\"website\":null}");
    }

    private static String text(Consumer<Json> members) {
        return new String(Json.object(members).toBytes(), StandardCharsets.UTF_8);
    }
}
