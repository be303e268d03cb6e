package dev.usher.adapters.imports;

import static dev.usher.adapters.imports.Imported.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {

    @Test
    void oneObjectALineIsRead() {
        Imported imported =
                Imported.bytes((object("a") + "\r\n\r\n  " + object("b") + " \n" + object("c")).getBytes(UTF_8));

        assertThat(imported.tickets()).containsExactly("a", "b", "c");
        assertThat(imported.report().refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"event_id\":\"e",
                "{\"event_id\":\"e\"",
                "{\"event_id\":}",
                "nonsense",
                "]",
                "}",
                "{}x",
                "\"",
                "1",
                "null",
                "[1,2]",
                "{\"a\":[[[[",
                "{\"a\":\"\u0001\"}",
                "tru",
                "{} {}",
                "\u0000",
                "{\"x\":01}",
                "/* c */ {}"
            })
    void aBrokenLineIsRefusedAndTheNextOneGoesOn(String broken) {
        Imported imported = Imported.ndjson(object("a") + "\n" + broken + "\n" + object("b") + "\n");

        assertThat(imported.tickets()).containsExactly("a", "b");
        assertThat(imported.report().read()).isEqualTo(3);
        assertThat(imported.report().refused()).isEqualTo(1);
        assertThat(imported.codes()).isEmpty();
    }

    @Test
    void aLastLineThatBreaksOffIsRefused() {
        Imported imported = Imported.ndjson(object("a") + "\n{\"event_id\":\"e\",");

        assertThat(imported.tickets()).containsExactly("a");
        assertThat(imported.report().refused()).isEqualTo(1);
    }

    @Test
    void twoObjectsOnALineAreRefusedTogether() {
        Imported imported = Imported.ndjson(object("a") + object("b") + "\n" + object("c"));

        assertThat(imported.tickets()).containsExactly("c");
        assertThat(imported.report().read()).isEqualTo(2);
    }

    @Test
    void aLineLongerThanAnyBufferIsReadOrSkippedWhole() {
        String padding = "\"note\":\"" + "x".repeat(200_000) + "\",";
        String longLine = "{" + padding + object("a").substring(1);

        Imported imported = Imported.ndjson(longLine + "\n" + longLine.replace("\"note\":", "\"note\"") + "\n"
                + object("b") + " ".repeat(100_000) + "\n" + object("c") + " ".repeat(100_000) + "x\n" + object("d"));

        assertThat(imported.tickets()).containsExactly("a", "b", "d");
        assertThat(imported.report().refused()).isEqualTo(2);
    }

    @Test
    void anArrayOfObjectsIsReadAndWhatIsNoObjectIsRefused() {
        Imported imported = Imported.bytes(
                ("[\n" + object("a") + ", 1, null, [" + object("x") + "],\n" + object("b") + "]\n").getBytes(UTF_8));

        assertThat(imported.tickets()).containsExactly("a", "b");
        assertThat(imported.report().read()).isEqualTo(5);
        assertThat(imported.report().refused()).isEqualTo(3);
        assertThat(imported.codes()).isEmpty();
    }

    @Test
    void aBrokenArrayEndsThereAndTheObjectsBeforeItStay() {
        Imported imported = Imported.json("[" + object("a") + ",\n" + object("b") + ";" + object("c") + "]");

        assertThat(imported.tickets()).containsExactly("a", "b");
        assertThat(imported.codes()).containsExactly("MALFORMED_JSON");
        assertThat(imported.message())
                .contains("line 2", "column " + (object("b").length() + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "]", "", ",", "[]]", "[],"})
    void anArrayMustBeOpenedAndClosedOnce(String text) {
        assertThat(Imported.json(text).codes()).hasSize(1);
        assertThat(Imported.json("[" + object("a")).codes()).containsExactly("MALFORMED_JSON");
        assertThat(Imported.json("[]").codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "1", "\"\"", "nonsense", "{\"a\":"})
    void whatIsNoArrayAtAllIsNamed(String text) {
        assertThat(Imported.json(text).codes()).containsExactly("NOT_JSON");
        assertThat(Imported.json(text).message()).contains("expected an array");
    }

    @Test
    void wholeNumbersStandForTheirDigitsAndNullForNothing() {
        Imported imported =
                Imported.ndjson("{\"event_id\":12345678901234567890,\"ticket_id\":-7,\"operation\":\"issued\","
                        + "\"occurred_at\":\"2025-05-21T06:00:00Z\",\"device_id\":null,\"extra\":{\"deep\":[1,{}]}}");

        assertThat(imported.tickets()).containsExactly("-7");
        assertThat(imported.operations().get(0).event()).isEqualTo("12345678901234567890");
        assertThat(imported.operations().get(0).device()).isEmpty();
    }

    @Test
    void nestingDeeperThanAnyoneNeedsIsRefused() {
        Imported imported =
                Imported.ndjson("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n" + object("a"));

        assertThat(imported.tickets()).containsExactly("a");
        assertThat(imported.report().refused()).isEqualTo(1);
    }
}
