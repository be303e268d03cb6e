package dev.usher.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinAnswerTest {

    @Test
    void whatWasMadeTwiceMayDifferInWhatIsItsOwn() {
        assertThat(differences(
                        "POST",
                        "{'id':'1','url':'/1','created':'a','a':[{'resource_uri':'/1'}]}",
                        "{'id':'2','url':'/2','created':'b','a':[{'resource_uri':'/2'}]}"))
                .isEmpty();
    }

    @Test
    void sameIsSame() {
        assertThat(differences("GET", "{'id':'1','a':null}", "{'id':'1','a':null}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET  | {'id':'1'}           | {'id':'2'}",
                "POST | {'id':'1','a':1}     | {'id':'2','a':2}",
                "POST | {'id':'1'}           | {}",
                "POST | {}                   | {'id':'1'}",
                "POST | {'id':'1'}           | {'id':null}",
                "GET  | {'a':1}              | {'a':1,'b':null}",
                "GET  | {'a':1,'b':null}     | {'a':1}",
                "GET  | {'a':[1]}            | {'a':[1,2]}"
            })
    void anyOtherDifferenceIsTold(String method, String one, String other) {
        assertThat(differences(method, one, other)).isNotEmpty();
    }

    @Test
    void anotherStatusIsTold() {
        assertThat(TwinAnswer.differences("GET", answer(200, "{}"), answer(201, "{}")))
                .containsExactly("the other path answers 201, not 200");
    }

    private static List<String> differences(String method, String one, String other) {
        return TwinAnswer.differences(method, answer(200, one), answer(200, other));
    }

    private static CaseClient.Answer answer(int status, String body) {
        return new CaseClient.Answer(status, body.replace('\'', '"'), HttpHeaders.of(Map.of(), (name, value) -> true));
    }
}
