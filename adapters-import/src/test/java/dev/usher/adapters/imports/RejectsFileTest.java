package dev.usher.adapters.imports;

import static dev.usher.adapters.imports.Imported.HEADER;
import static dev.usher.adapters.imports.Imported.object;
import static dev.usher.adapters.imports.Imported.row;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsFileTest {

    @TempDir
    Path folder;

    @Test
    void everyFaultOfARowIsALineWithItsPlaceAndValue() throws IOException {
        Path input = write("in.csv", HEADER + row("a") + ",\"=1+\n2\",printed,yesterday," + "d".repeat(300) + "\n");

        List<List<String>> lines = rejects(input);

        assertThat(lines.get(0)).containsExactly("file", "line", "column", "value", "code", "message");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.subList(0, 5))
                .containsExactly(
                        List.of(input.toString(), "3", "event_id", "", "MISSING_VALUE"),
                        List.of(input.toString(), "3", "operation", "printed", "UNKNOWN_OPERATION"),
                        List.of(input.toString(), "3", "occurred_at", "yesterday", "INVALID_INSTANT"),
                        List.of(input.toString(), "3", "device_id", "d".repeat(300), "TOO_LONG"));
        assertThat(lines.get(2).get(5)).contains("printed", "issued");
    }

    @Test
    void aValueStandsThereExactlyAsItWasRead() throws IOException {
        Path input = write("in.csv", HEADER + "e,t,\"=cmd|' /C'!A0, \"\"x\"\"\n\",2025-05-21T06:00:00Z,\n");

        assertThat(rejects(input).get(1).get(3)).isEqualTo("=cmd|' /C'!A0, \"x\"\n");
    }

    @Test
    void rowsThatCannotBeTakenApartAreThereToo() throws IOException {
        Path csv = write("in.csv", HEADER + "\n\"x\ny\",z\n" + "e,\"t\"t,issued,2025-05-21T06:00:00Z,\n");
        Path ndjson = write("in.ndjson", object("a") + "\r\n{\"event_id\": nope}\r\n\r\n" + object("b") + "\r\n7");

        List<List<String>> lines = rejects(csv, ndjson);

        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.get(1) + " " + line.get(4))
                .containsExactly("3 WRONG_FIELD_COUNT", "5 MALFORMED_QUOTE", "2 MALFORMED_JSON", "5 INVALID_TYPE");
        assertThat(lines.get(1).get(5)).contains("2 fields", "expected 5");
        assertThat(lines.get(3).get(5)).contains("column 1", "nope");
    }

    @Test
    void membersOfTheWrongTypeAreNamedBesideTheOtherFaults() throws IOException {
        Path input = write(
                "in.json",
                "[\n{\"event_id\":true,\"ticket_id\":[1,2],\"ticket_id\":\"t\",\"operation\":{},\n\"occurred_at\":1.5,"
                        + "\"device_id\":\"\\ud800\"}]");

        List<List<String>> lines = rejects(input);

        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.subList(1, 5))
                .containsExactly(
                        List.of("2", "event_id", "true", "INVALID_TYPE"),
                        List.of("2", "ticket_id", "", "INVALID_TYPE"),
                        List.of("2", "ticket_id", "", "REPEATED_MEMBER"),
                        List.of("2", "operation", "", "INVALID_TYPE"),
                        List.of("2", "occurred_at", "1.5", "INVALID_TYPE"),
                        List.of("2", "device_id", "\\uD800", "INVALID_CHARACTER"));
    }

    @Test
    void aFileThatCannotBeWrittenStopsTheJobBeforeAnythingIsImported() throws IOException {
        Path input = write("in.csv", HEADER + row("a"));

        Imported imported = Imported.files(Optional.of(folder.resolve("none/rejects.csv")), input);

        assertThat(imported.codes()).containsExactly("REJECTS_UNWRITABLE");
        assertThat(imported.operations()).isEmpty();
        assertThat(imported.intake().finished).isEqualTo(1);
    }

    @Test
    void aSourceIsNeverOverwritten() throws IOException {
        Path input = write("in.csv", HEADER + row("a"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), input);

        for (Path rejects : List.of(input, folder.resolve("./in.csv"), link)) {
            assertThat(Imported.files(Optional.of(rejects), input).codes()).containsExactly("REJECTS_UNWRITABLE");
            assertThat(Imported.files(Optional.of(rejects), folder).codes()).containsExactly("REJECTS_UNWRITABLE");
        }
        assertThat(input).hasContent(HEADER + row("a"));
    }

    @Test
    void theRejectsFileOfAnEarlierRunIsReplacedAndNeverReadWithItsFolder() throws IOException {
        write("in.csv", HEADER + row("a") + row(""));
        Path rejects = folder.resolve("rejects.csv");

        for (int run = 0; run < 2; run++) {
            Imported imported = Imported.files(Optional.of(rejects), folder);
            assertThat(imported.codes()).isEmpty();
            assertThat(imported.report().refused()).isEqualTo(1);
            assertThat(rejects).content().hasLineCount(2);
        }
    }

    private List<List<String>> rejects(Path... inputs) throws IOException {
        Path rejects = folder.resolve("rejects.csv");
        Imported imported = Imported.files(Optional.of(rejects), inputs);
        assertThat(imported.codes()).isEmpty();
        try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(rejects)) {
            return lines.stream().map(CsvRecord::getFields).toList();
        }
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
