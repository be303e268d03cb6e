package dev.usher.adapters.imports;

import static dev.usher.adapters.imports.Imported.HEADER;
import static dev.usher.adapters.imports.Imported.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.TicketOperation;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @Test
    void aRowBecomesAnOperation() {
        Imported imported = Imported.csv(HEADER + "gala,T-1,downloaded,2025-05-21T08:00:00.000001+02:00,phone\n");

        assertThat(imported.operations())
                .containsExactly(new TicketOperation(
                        "gala",
                        "T-1",
                        OperationKind.DOWNLOADED,
                        Instant.parse("2025-05-21T06:00:00.000001Z"),
                        "phone"));
        assertThat(imported.report().read()).isEqualTo(1);
        assertThat(imported.report().faults()).isEmpty();
        assertThat(imported.intake().finished).isEqualTo(1);
    }

    @Test
    void columnsMayStandInAnyOrderAmongOthers() {
        Imported imported = Imported.csv(
                "note,occurred_at, ticket_id ,operation,event_id\nhello,2025-05-21T06:00:00Z,T-1,issued,gala\n");

        assertThat(imported.tickets()).containsExactly("T-1");
        assertThat(imported.operations().get(0).device()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void theDelimiterIsRecognised(char delimiter) {
        assertThat(Imported.csv((HEADER + row("a")).replace(',', delimiter)).tickets())
                .containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsRecognisedAndBlankLinesAreSkipped(String end) {
        String text = end + HEADER + row("a") + "\n  \n" + row("b").strip();

        Imported imported = Imported.csv(text.replace("\n", end));

        assertThat(imported.tickets()).containsExactly("a", "b");
        assertThat(imported.report().refused()).isZero();
    }

    @Test
    void quotedValuesKeepDelimitersQuotesAndLineEnds() {
        Imported imported =
                Imported.csv(HEADER + "e,\"a,\"\"b\"\"\r\n c\",issued,2025-05-21T06:00:00Z,\"\"\"\"\n" + row("z"));

        assertThat(imported.tickets()).containsExactly("a,\"b\"\r\n c", "z");
        assertThat(imported.operations().get(0).device()).isEqualTo("\"");
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsIsRefusedAndTheNextGoesOn() {
        Imported imported =
                Imported.csv(HEADER + "e,a\n" + row("b") + "e,c,issued,2025-05-21T06:00:00Z,,x\n" + row("d"));

        assertThat(imported.tickets()).containsExactly("b", "d");
        assertThat(imported.report().read()).isEqualTo(4);
        assertThat(imported.report().refused()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"x", "\"a\" ", "\"5\" wide", "\"a\"\"b\"x", "\"\"x"})
    void aValueThatGoesOnBehindItsClosingQuoteIsRefusedAndTheNextRowGoesOn(String value) {
        Imported imported = Imported.csv(HEADER + row(value) + row("b"));

        assertThat(imported.tickets()).containsExactly("b");
        assertThat(imported.report().refused()).isEqualTo(1);
        assertThat(imported.codes()).isEmpty();
    }

    @Test
    void aMissingColumnIsNamedWithTheNearestAndAllThatWereFound() {
        Imported imported = Imported.csv("event_id,ticketid,operation\ne,t,issued\n");

        assertThat(imported.codes()).containsExactly("MISSING_COLUMN");
        assertThat(imported.message())
                .contains("ticket_id (is it 'ticketid'?)", "occurred_at", "'event_id', 'ticketid', 'operation'");
        assertThat(imported.report().read()).isZero();
    }

    @Test
    void aRepeatedColumnIsAFaultButARepeatedUnknownOneIsNot() {
        assertThat(Imported.csv("event_id,x,event_id,ticket_id,operation,occurred_at\n")
                        .codes())
                .containsExactly("REPEATED_COLUMN");
        assertThat(Imported.csv("x,event_id,x,ticket_id,operation,occurred_at\n,e,,t,issued,2025-05-21T06:00:00Z\n")
                        .tickets())
                .containsExactly("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "hello world\n", "a,b,c\n1,2,3\n", "PK\u0003\u0004\u0000\u0000\n", "\u0000\u0000"})
    void whatHasNoHeaderIsNotCsv(String text) {
        Imported imported = Imported.csv(text);

        assertThat(imported.codes()).containsExactly("NOT_CSV");
        assertThat(imported.message()).contains("event_id", "occurred_at");
    }

    @Test
    void anEndlessFirstLineIsNotCsv() {
        assertThat(Imported.csv("event_id,ticket_id," + "x".repeat(100_000)).codes())
                .containsExactly("NOT_CSV");
    }

    @Test
    void aQuoteThatIsNeverClosedIsAFaultAtItsRowAndWhatStoodBeforeStays() {
        Imported imported = Imported.csv(HEADER + row("a") + "e,\"b,issued\n" + row("c"));

        assertThat(imported.tickets()).containsExactly("a");
        assertThat(imported.codes()).containsExactly("UNCLOSED_QUOTE");
        assertThat(imported.message()).contains("line 3");
    }

    @Test
    void aMonstrousValueIsAFaultAtItsRow() {
        Imported imported = Imported.csv(HEADER + row("a") + "e,\"" + row("b").repeat(5_000) + "\"");

        assertThat(imported.tickets()).containsExactly("a");
        assertThat(imported.codes()).containsExactly("FIELD_TOO_LONG");
        assertThat(imported.message()).contains("line 3");
    }

    @Test
    void aNulInAValueIsRefusedByTheRules() {
        Imported imported = Imported.csv(HEADER + row("a\u0000b") + row("c"));

        assertThat(imported.tickets()).containsExactly("c");
        assertThat(imported.report().refused()).isEqualTo(1);
    }
}
