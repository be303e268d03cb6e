package dev.usher.conformance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every row of the ledger is named by a test or one of its case files. */
class LedgerTest {
    private static final Path TESTS =
            Path.of(System.getProperty("usher.root", "..")).resolve("conformance-tests/src/test");
    private static final Set<String> KINDS_OF_SOURCE = Set.of("java", "tsv", "csv", "json", "md");
    private static final Pattern ID = Pattern.compile("[A-Z]{2,3}(?:[.-]\\w+)+");

    @Test
    void everyRowIsNamedByATest() throws IOException {
        assertThat(unnamed(Ledger.STATISTICS)).isEmpty();
    }

    @Test
    void aRowThatNoTestNamesIsReported() throws IOException {
        // Put together here, so that this source does not name it.
        Ledger.Row invented = new Ledger.Row("TX.f." + "invented" + "Tickets", "field", "inventedTickets", "integer");
        assertThat(unnamed(List.of(Ledger.STATISTICS.get(0), invented))).containsExactly(invented.id());
    }

    @Test
    void theLedgerHasTheRowsItIsKnownToHave() {
        assertThat(Ledger.STATISTICS).hasSize(22).extracting(Ledger.Row::id).doesNotHaveDuplicates();
        assertThat(Ledger.fields()).hasSize(20);
    }

    private static List<String> unnamed(List<Ledger.Row> rows) throws IOException {
        Set<String> named = named();
        return rows.stream()
                .map(Ledger.Row::id)
                .filter(id -> !named.contains(id))
                .toList();
    }

    private static Set<String> named() throws IOException {
        try (Stream<Path> tree = Files.walk(TESTS)) {
            Set<String> named = new HashSet<>();
            for (Path file : tree.filter(LedgerTest::isSource).toList()) {
                Matcher ids = ID.matcher(Files.readString(file, StandardCharsets.UTF_8));
                while (ids.find()) {
                    named.add(ids.group());
                }
            }
            return named;
        }
    }

    /** The ledger itself proves nothing, so it does not count. */
    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        boolean isLedger = TESTS.relativize(file).startsWith("resources/ledger");
        return Files.isRegularFile(file)
                && !isLedger
                && KINDS_OF_SOURCE.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
