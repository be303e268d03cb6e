package dev.usher.conformance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** What may wait, and for what: a row more here is a decision, and so is one less. */
    private static final List<Ledger.Pending> MAY_WAIT = List.of(
            // Nothing but an import gives a published event a ticket class with a split fee.
            new Ledger.Pending("EB-04.e.PAYMENT_OPTIONS_DEPRECATED_SPLIT_FEES", "needs imported history"),
            new Ledger.Pending("EB-06.e.CANNOT_UNPUBLISH", "needs orders"),
            new Ledger.Pending("EB-06.r.free", "needs orders"),
            new Ledger.Pending("EB-06.r.paid", "needs orders"),
            new Ledger.Pending("EB-07.e.CANNOT_CANCEL", "needs orders"),
            new Ledger.Pending("EB-07.r.orders", "needs orders"),
            new Ledger.Pending("EB-09.e.CANNOT_DELETE", "needs orders"),
            new Ledger.Pending("EB-09.r.orders", "needs orders"),
            new Ledger.Pending("EB-15.e.CANNOT_UPDATE_COST", "needs orders"),
            new Ledger.Pending("EB-16.e.HAS_ATTENDEES", "needs orders"),
            new Ledger.Pending("OBJ.TicketClass.r.sold", "needs orders"));

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
    void onlyRowsThatMayWaitArePending() throws IOException {
        assertThat(undecided(Ledger.pending())).isEmpty();
        Set<String> named = named();
        assertThat(idsOfPending()).as("a pending row that a case proves").noneMatch(named::contains);
    }

    @Test
    void aRowThatIsPutOffIsReportedAndSoIsOneThatWaitsForSomethingElse() {
        List<Ledger.Pending> pending = new ArrayList<>(Ledger.pending());
        Ledger.Pending putOff = new Ledger.Pending("EB-16.e.LAST_TICKET", "needs orders");
        pending.add(putOff);
        assertThat(undecided(pending)).containsExactly(putOff);
        Ledger.Pending first = pending.remove(0);
        assertThat(undecided(pending)).containsExactly(first, putOff);
        pending.set(pending.indexOf(putOff), new Ledger.Pending(first.id(), "needs time"));
        assertThat(undecided(pending)).containsExactly(first, new Ledger.Pending(first.id(), "needs time"));
    }

    @Test
    void whatMayWaitIsBuiltOtherwise() {
        assertThat(Ledger.eventsAndTicketClasses())
                .extracting(Ledger.Row::id)
                .containsAll(MAY_WAIT.stream().map(Ledger.Pending::id).toList());
    }

    /** What waits and may not, or may and does not. */
    private static List<Ledger.Pending> undecided(List<Ledger.Pending> pending) {
        return Stream.concat(
                        MAY_WAIT.stream().filter(row -> !pending.contains(row)),
                        pending.stream().filter(row -> !MAY_WAIT.contains(row)))
                .toList();
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
