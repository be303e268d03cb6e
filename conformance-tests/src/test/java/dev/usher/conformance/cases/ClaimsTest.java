package dev.usher.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case of the Eventbrite dialect says it proves is what its steps are about. */
class ClaimsTest {
    private static final Path EVENTBRITE = Path.of(System.getProperty("usher.root", ".."))
            .resolve("conformance-tests/src/test/resources/cases/eventbrite");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Parameters of which there is no value to be taken, or none to be refused. */
    private static final Map<String, String> HALF_PROVED =
            Map.of("EB-04.p.event.source", "where an event came from is said when it is made, and never again");

    @Test
    void whatACaseClaimsItsStepsProve() {
        assertThat(Claims.unproved(CaseFile.folder(EVENTBRITE).cases()))
                .containsExactlyInAnyOrderElementsOf(HALF_PROVED.keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EB-03                       | [{'get': '/v3/events/{event}'}]",
                "EB-38                       | [{'get': '/v3/users/me/events/'}]",
                "EB-05.r.reply               | [{'post': '/v3/events/{event}/publish/'}]",
                "EB-04.e.DATE_CONFLICT~2     | [{'post': '/v3/events/{event}/', 'error': 'DATE_CONFLICT'}]",
                "EB-38.e.INVALID             | [{'get': '/v3/users/me/events/', 'arguments': {'a': ['INVALID']}}]",
                "EB-05.a.event.tickets.N.name.MISSING | [{'post': '/v3/events/{event}/publish/',"
                        + " 'arguments': {'event.tickets.{class}.name': ['MISSING']}}]",
                "EB-12.p.pos                 | [{'get': '/v3/events/{event}/ticket_classes/', 'query': {'pos': 'a'}},"
                        + " {'get': '/v3/events/{event}/ticket_classes/', 'arguments': {'pos': ['INVALID']}}]",
                "EB-35.p.status              | [{'get': '/v3/organizations/{house}/ticket_classes/', 'query': {'status': 'a'}},"
                        + " {'get': '/v3/organizations/1/ticket_classes/', 'query': {'status': 'b'}, 'error': 'NO'}]",
                "EB-04.p.event.name.html     | [{'post': '/v3/events/1/', 'body': {'event.name': {'html': 'a'}}},"
                        + " {'post': '/v3/events/1/', 'arguments': {'event.name.html': ['INVALID']}}]",
                "OBJ.Event.name              | [{'get': '/', 'answer': [{'event': {'name': null}}]}]",
                "OBJ.Event.r.private         | []"
            })
    void whatIsProvedPasses(String id, String steps) {
        assertThat(unproved(id, steps)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EB-03                       | [{'post': '/v3/events/{event}/'}]",
                "EB-03                       | [{'get': '/v3/events/{event}/description/'}]",
                "EB-03                       | [{'get': '/v3/events/'}]",
                "EB-14                       | [{'get': '/v3/events/{event}/ticket_classes/for_sale/'}]",
                "EB-05.r.reply               | [{'post': '/v3/events/{event}/'}]",
                "EB-04.e.DATE_CONFLICT       | [{'post': '/v3/events/{event}/', 'error': 'INVALID_DATE'}]",
                "EB-04.e.DATE_CONFLICT       | [{'post': '/v3/events/', 'error': 'DATE_CONFLICT'}]",
                "EB-05.a.event.name.MISSING  | [{'post': '/v3/events/1/publish/', 'arguments': {'event.name': ['INVALID']}}]",
                "EB-05.a.event.name.MISSING  | [{'post': '/v3/events/1/publish/', 'arguments': {'event.start': ['MISSING']}}]",
                "EB-05.a.event.name.MISSING  | [{'post': '/v3/events/1/', 'arguments': {'event.name': ['MISSING']}}]",
                "EB-12.p.pos                 | [{'get': '/v3/events/1/ticket_classes/', 'query': {'pos': 'a'}}]",
                "EB-12.p.pos                 | [{'get': '/v3/events/1/ticket_classes/', 'arguments': {'pos': ['INVALID']}}]",
                "EB-12.p.pos                 | [{'get': '/v3/events/1/ticket_classes/'},"
                        + " {'get': '/v3/events/1/ticket_classes/', 'arguments': {'pos': ['INVALID']}}]",
                "EB-12.p.pos                 | [{'get': '/v3/events/1/ticket_classes/', 'query': {'pos': 'a'}},"
                        + " {'get': '/v3/events/1/ticket_classes/', 'query': {'pos': 'b'}, 'error': 'ARGUMENTS_ERROR'}]",
                "EB-12.p.pos                 | [{'get': '/v3/events/1/ticket_classes/', 'query': {'pos': 'a'}},"
                        + " {'get': '/v3/events/1/ticket_classes/', 'query': {'a': 'b'}, 'error': 'NO'}]",
                "EB-12.p.pos                 | [{'get': '/v3/events/1/ticket_classes/', 'query': {'pos': 'a'}},"
                        + " {'get': '/v3/events/1/questions/', 'arguments': {'pos': ['INVALID']}}]",
                "EB-04.p.event.name.html     | [{'post': '/v3/events/1/', 'body': {'event': {'name': {'html': '<absent>'}}}},"
                        + " {'post': '/v3/events/1/', 'arguments': {'event.name.html': ['INVALID']}}]",
                "OBJ.Event.name              | [{'get': '/', 'answer': {'name': '<absent>'}}]",
                "OBJ.Event.name              | [{'get': '/', 'absent': ['name']}]"
            })
    void whatIsOnlyClaimedIsTold(String id, String steps) {
        assertThat(unproved(id, steps)).containsExactly(id);
    }

    @Test
    void aCaseThatRunsOverSeveralPathsProvesARowByOneOfThem() {
        List<Step> steps = steps("[{'post': '{create}'}]");
        List<Case> cases = List.of(
                new Case("a", List.of("EB-02", "EB-36"), Map.of("create", text("/v3/organizations/1/events/")), steps),
                new Case("b", List.of("EB-02", "EB-36"), Map.of("create", text("/v3/nowhere/")), steps));
        assertThat(Claims.unproved(cases)).containsExactly("EB-36");
    }

    private static List<String> unproved(String id, String steps) {
        return List.copyOf(Claims.unproved(List.of(new Case("", List.of(id), Map.of(), steps(steps)))));
    }

    private static JsonNode text(String text) {
        return JSON.getNodeFactory().textNode(text);
    }

    private static List<Step> steps(String written) {
        try {
            List<Step> steps = new ArrayList<>();
            JSON.readTree(written.replace('\'', '"')).forEach(step -> steps.add(Step.of(step)));
            return steps;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
