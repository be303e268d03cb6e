package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.adapters.http.QueryString;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of a query, and the pages they ask for. */
class ArgumentsTest {

    @ParameterizedTest
    @CsvSource({
        "'',1,50",
        "page=3,3,50",
        "page_size=10,1,10",
        "page_size=100,1,50",
        "page_size=0,1,50",
        "page_size=-7,1,50",
        "page_size=99999999999999999999,1,50",
        "page=&page_size=,1,50",
        "continuation=eyJwYWdlIjogMn0,2,50",
        "page=7&continuation=eyJwYWdlIjogMn0,2,50"
    })
    void pagesAreAskedForByNumberOrByToken(String query, int number, int size) {
        assertThat(of(query).page()).isEqualTo(new PageRequest(number, size));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=-1", "page=x", "page=99999999999", "page=1.5"})
    void whatIsNoPageIsRefused(String query) {
        assertThat(fault(query).code()).isEqualTo("BAD_PAGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"continuation=x", "continuation=%21%21", "continuation=eyJwYWdlIjogMH0", "continuation=e30"})
    void whatContinuesNothingIsRefused(String query) {
        assertThat(fault(query).code()).isEqualTo("BAD_CONTINUATION_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page_size=1.5", "page_size=many"})
    void whatIsNoSizeIsRefused(String query) {
        assertThat(fault(query)).extracting(Violation::code, Violation::path).containsExactly("INVALID", "page_size");
    }

    @Test
    void aPageBehindTheLastIsRefusedInTheWordsOfWhoAsked() {
        Page<String> behind = new Page<>(List.of(), 10, new PageRequest(2, 50));
        assertThat(of("page=2").within(behind).violations().get(0).code()).isEqualTo("BAD_PAGE");
        assertThat(of("continuation=eyJwYWdlIjogMn0")
                        .within(behind)
                        .violations()
                        .get(0)
                        .code())
                .isEqualTo("BAD_CONTINUATION_TOKEN");
        assertThat(of("").within(new Page<>(List.of(), 0, PageRequest.first())).violations())
                .isEmpty();
    }

    @Test
    void aListIsAllThatWasSaidAndAnythingElseWhatWasSaidLast() {
        Arguments arguments = of("venue=3,1&venue=&venue=2&page=1&page=2");
        assertThat(arguments.list("venue", Listings::number, "numbers")).containsExactly(3L, 1L, 2L);
        assertThat(arguments.page().number()).isEqualTo(2);
        assertThat(arguments.unlessFaulty(true).violations()).isEmpty();
    }

    @Property
    void aTokenLeadsToThePageItWasMadeFor(@ForAll @IntRange(min = 1, max = 999_999_999) int page) {
        assertThat(Continuation.page(Continuation.of(page))).contains(page);
    }

    @Test
    void theTokenIsTheOneClientsKnow() {
        assertThat(Continuation.of(2)).isEqualTo("eyJwYWdlIjogMn0");
    }

    @Test
    void allFaultsOfAListAreFoundTogether() {
        Arguments arguments = of("status=live,odd&order_by=size&time_filter=never&venue_filter=1,x&currency_filter=XYZ"
                + "&show_series_parent=2");
        EventListing listing = Listings.events(arguments, 1, Instant.EPOCH);
        Outcome<EventListing> outcome = arguments.unlessFaulty(listing);
        assertThat(outcome.violations().stream().map(Violation::path))
                .containsExactlyInAnyOrder(
                        "status", "order_by", "time_filter", "venue_filter", "currency_filter", "show_series_parent");
        assertThat(outcome.violations())
                .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("INVALID"));
    }

    @Test
    void aCallMayHaveACodeOfItsOwn() {
        Arguments arguments = of("visibility=SOME&from_cost_filter=much").refusingWith("INVALID_PARAMETER");
        assertThat(arguments
                        .unlessFaulty(Listings.ticketClasses(arguments, 1, Instant.EPOCH, Listings::number))
                        .violations())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("INVALID_PARAMETER"));
    }

    private static Violation fault(String query) {
        Arguments arguments = of(query);
        return arguments.unlessFaulty(arguments.page()).violations().get(0);
    }

    private static Arguments of(String query) {
        return new Arguments(QueryString.read(query, List.of()).orThrow());
    }
}
