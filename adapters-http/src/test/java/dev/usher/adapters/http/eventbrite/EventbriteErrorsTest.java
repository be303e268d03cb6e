package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.rule.RuleKind.ACCESS;
import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.EXISTENCE;
import static dev.usher.core.rule.RuleKind.SHAPE;
import static dev.usher.core.rule.RuleKind.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.adapters.http.Problem;
import dev.usher.core.rule.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors as Eventbrite's clients read them. */
class EventbriteErrorsTest {

    @Test
    void allFaultyArgumentsAreNamedTogether() {
        assertThat(written(
                        new Violation(STATE, "DATE_CONFLICT", "event.end.utc", "it ends before it starts"),
                        new Violation(ARGUMENT, "MISSING", "event.name.html", "a name"),
                        new Violation(ARGUMENT, "INVALID", "event.currency", "a currency"),
                        new Violation(ARGUMENT, Members.UNKNOWN, "event.odd", "odd")))
                .isEqualTo(
                        "{\"status_code\":400,\"error_detail\":{\"ARGUMENTS_ERROR\":{\"event.name.html\":[\"MISSING\"],"
                                + "\"event.currency\":[\"INVALID\"],\"event.odd\":[\"Unknown parameter\"]}},"
                                + "\"error_description\":\"There are errors with your arguments: event.name.html - MISSING,"
                                + " event.currency - INVALID, event.odd - Unknown parameter\",\"error\":\"ARGUMENTS_ERROR\"}");
    }

    @Test
    void whatForbidsTheActHasItsOwnCode() {
        assertThat(written(new Violation(ARGUMENT, "DATE_CONFLICT", "event.end.utc", "it ends before it starts")))
                .isEqualTo("{\"status_code\":400,\"error_description\":\"it ends before it starts\","
                        + "\"error\":\"DATE_CONFLICT\"}");
    }

    @Test
    void severalReasonsAreAllDescribed() {
        assertThat(written(new Violation(STATE, "A", "", "one"), new Violation(STATE, "B", "", "two")))
                .isEqualTo("{\"status_code\":400,\"error_description\":\"one; two\",\"error\":\"A\"}");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(written(new Violation(EXISTENCE, "NOT_FOUND", "event", "")))
                .contains("\"status_code\":404")
                .contains("The event you requested does not exist.");
        assertThat(written(new Violation(EXISTENCE, "NOT_FOUND", "event.venue_id", "")))
                .contains("The venue you requested does not exist.");
        assertThat(written(EventbriteErrors.NO_PATH)).contains("The path you requested does not exist.");
    }

    @Test
    void whoMayNotIsTold() {
        assertThat(written(new Violation(ACCESS, "NOT_AUTHORIZED", "", "")))
                .contains("\"status_code\":403")
                .contains("\"error\":\"NOT_AUTHORIZED\"");
    }

    @Test
    void codesOfTheRequestItselfStay() {
        assertThat(written(new Violation(SHAPE, "INVALID_BODY", "", "no JSON"))).contains("\"error\":\"INVALID_BODY\"");
        assertThat(text(Problem.of(405, "METHOD_NOT_ALLOWED", "no"))).contains("\"status_code\":405");
        assertThat(text(Problem.of(500, "INTERNAL", "broken"))).contains("\"error\":\"INTERNAL_ERROR\"");
        assertThat(text(Problem.of(404, "NOT_FOUND", "there is nothing"))).contains("The path you requested");
    }

    private static String written(Violation... violations) {
        return text(Problem.refused(List.of(violations)));
    }

    private static String text(Problem problem) {
        return new String(new EventbriteErrors().write(problem).body(), StandardCharsets.UTF_8);
    }
}
