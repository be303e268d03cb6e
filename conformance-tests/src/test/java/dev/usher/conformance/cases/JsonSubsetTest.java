package dev.usher.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSubsetTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                   | {\"a\":1}",
                "{\"a\":1}            | {\"a\":1.0,\"b\":2}",
                "{\"a\":{\"b\":\"*\"}} | {\"a\":{\"b\":false}}",
                "{\"a\":\"<absent>\"} | {\"b\":1}",
                "{\"a\":null}         | {\"a\":null}",
                "[{\"a\":1},{}]       | [{\"a\":1},{\"b\":2}]",
                "[]                   | []"
            })
    void anAnswerMaySayMore(String expected, String actual) throws JsonProcessingException {
        assertThat(differences(expected, actual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1}            | {\"a\":2}                 | /a",
                "{\"a\":1}            | {\"a\":\"1\"}             | /a",
                "{\"a\":1}            | {}                        | /a",
                "{\"a\":\"*\"}        | {}                        | /a",
                "{\"a\":\"*\"}        | {\"a\":null}              | /a",
                "{\"a\":null}         | {}                        | /a",
                "{\"a\":\"<absent>\"} | {\"a\":null}              | /a",
                "{\"a\":{\"b\":1}}    | {\"a\":[]}                | /a",
                "{\"a\":[1]}          | {\"a\":[1,2]}             | /a",
                "{\"a\":[1,2]}        | {\"a\":[2,1]}             | /a/0",
                "[]                   | {}                        | the answer",
                "{}                   | 1                         | the answer"
            })
    void whatIsMissingOrDifferentIsTold(String expected, String actual, String where) throws JsonProcessingException {
        assertThat(differences(expected, actual))
                .isNotEmpty()
                .first()
                .asString()
                .startsWith(where + ": ");
    }

    private static List<String> differences(String expected, String actual) throws JsonProcessingException {
        return JsonSubset.differences(JSON.readTree(expected), JSON.readTree(actual));
    }
}
