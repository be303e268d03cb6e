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

/** Every row of the ledger is named by a test or one of its case files, or is pending. */
class LedgerTest {
    private static final Path TESTS =
            Path.of(System.getProperty("usher.root", "..")).resolve("conformance-tests/src/test");
    private static final Set<String> KINDS_OF_SOURCE = Set.of("java", "tsv", "csv", "json", "md");
    /** Such as {@code EB-04}, {@code OBJ.Event.name} or {@code EB-04.e.DATE_CONFLICT~2}. */
    private static final Pattern ID = Pattern.compile("[A-Z]{2,3}(?:[.-]\\w+(?:~\\d+)?)+");

    private static final Set<String> REASONS = Set.of("needs orders", "needs imported history");

    @Test
    void everyRowIsNamedByATest() throws IOException {
        assertThat(unnamed(Ledger.STATISTICS)).isEmpty();
    }

    @Test
    void everyRowOfTheEventbriteDialectThatIsBuiltIsNamedByATest() throws IOException {
        Set<String> pending = idsOfPending();
        List<Ledger.Row> due = Ledger.eventsAndTicketClasses().stream()
                .filter(row -> !pending.contains(row.id()))
                .toList();
        assertThat(unnamed(due)).isEmpty();
    }

    @Test
    void aRowThatNoTestNamesIsReported() throws IOException {
        // Put together here, so that this source does not name it.
        Ledger.Row invented = new Ledger.Row("TX.f." + "invented" + "Tickets", "field", "inventedTickets", "integer");
        assertThat(unnamed(List.of(Ledger.STATISTICS.get(0), invented))).containsExactly(invented.id());
    }

    @Test
    void aRowIsNotNamedByAnotherThatBeginsLikeIt() {
        assertThat(ids("EB-04.e.DATE_CONFLICT~2, \"EB-05.r.reply\" and OBJ.Event.r.owner."))
                .containsExactlyInAnyOrder("EB-04.e.DATE_CONFLICT~2", "EB-05.r.reply", "OBJ.Event.r.owner");
    }

    @Test
    void theLedgerHasTheRowsItIsKnownToHave() {
        assertThat(Ledger.STATISTICS).hasSize(22).extracting(Ledger.Row::id).doesNotHaveDuplicates();
        assertThat(Ledger.fields()).hasSize(20);
        assertThat(Ledger.EVENTBRITE)
                .hasSize(577)
                .extracting(Ledger.Row::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> ids(id).equals(Set.of(id)));
        assertThat(Ledger.eventsAndTicketClasses()).hasSize(503);
    }

    @Test
    void onlyRowsThatWaitForSomethingElseArePending() throws IOException {
        List<String> built =
                Ledger.eventsAndTicketClasses().stream().map(Ledger.Row::id).toList();
        assertThat(Ledger.pending())
                .allSatisfy(row -> assertThat(row.why()).isIn(REASONS))
                .extracting(Ledger.Pending::id)
                .doesNotHaveDuplicates()
                .isSubsetOf(built);
        Set<String> named = named();
        assertThat(idsOfPending()).as("a pending row that a case proves").noneMatch(named::contains);
    }

    private static Set<String> idsOfPending() {
        Set<String> ids = new HashSet<>();
        Ledger.pending().forEach(row -> ids.add(row.id()));
        return ids;
    }

    private static List<String> unnamed(List<Ledger.Row> rows) throws IOException {
        Set<String> named = named();
        return rows.stream()
                .map(Ledger.Row::id)
                .filter(id -> !named.contains(id))
                .toList();
    }

    private static Set<String> named() throws IOException {
        List<Path> sources;
        try (Stream<Path> tree = Files.walk(TESTS)) {
            sources = tree.filter(LedgerTest::isSource).toList();
        }
        Set<String> named = new HashSet<>();
        for (Path source : sources) {
            named.addAll(ids(Files.readString(source, StandardCharsets.UTF_8)));
        }
        return named;
    }

    private static Set<String> ids(String text) {
        Set<String> found = new HashSet<>();
        Matcher ids = ID.matcher(text);
        while (ids.find()) {
            found.add(ids.group());
        }
        return found;
    }

    /** The ledger itself proves nothing, so it does not count, and neither does this, which shows what ids look like. */
    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        boolean isLedger = TESTS.relativize(file).startsWith("resources/ledger") || name.equals("LedgerTest.java");
        return Files.isRegularFile(file)
                && !isLedger
                && KINDS_OF_SOURCE.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
