package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.adapter.ImportReport;
import dev.usher.core.adapter.OperationImporter;
import dev.usher.core.adapter.StoreFactory;
import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line from outside: what each command prints, where, and how it ends. */
class ProgramTest {
    private static final long SIX = InstantText.microseconds("2025-05-21T06:00:00Z");
    private static final OperationImporter TWO_ROWS = (request, intake, progress) -> {
        intake.add("gala", "A-1", OperationKind.ISSUED, SIX, "");
        intake.add("gala", "A-2", OperationKind.ISSUED, SIX, "");
        return new ImportReport(2, 0, intake.finish(), List.of());
    };
    private static final OperationImporter ONE_REFUSED_AND_A_FAULT = (request, intake, progress) -> {
        intake.add("gala", "A-1", OperationKind.ISSUED, SIX, "");
        return new ImportReport(
                2, 1, intake.finish(), List.of(new ImportReport.Fault("b.csv", "NOT_FOUND", "there is no such file")));
    };
    private static final OperationImporter BREAKS_OFF = (request, intake, progress) -> {
        throw new StoreUnavailable("the disk is full");
    };

    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore();

    private Trial trial(OperationImporter importer) {
        return Trial.with(new TrialAdapters((url, settings) -> new KeptOpen(store), importer));
    }

    private static Trial failing(RuntimeException failure) {
        return Trial.with(new TrialAdapters(
                (url, settings) -> {
                    throw failure;
                },
                TWO_ROWS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "serve",
                "import",
                "statistics",
                "organization",
                "user",
                "event",
                "token",
                "check",
                "rules",
                "version"
            })
    void helpNamesEveryCommand(String command) {
        Trial.Result result = trial(TWO_ROWS).run("--help");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("\n  " + command + " ").contains("Exit status:");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "serve",
                "import",
                "statistics",
                "organization",
                "user",
                "event",
                "token",
                "check",
                "rules",
                "version"
            })
    void everyCommandHasHelpWithTheCommonOptionsAndTheStatuses(String command) {
        Trial.Result result = trial(TWO_ROWS).run(command, "--help");

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("--store", "--config", "--verbose", "Exit status:")
                .contains("70");
    }

    @Test
    void serveHelpListsTheSettingsOfEveryAdapter() {
        Trial.Result result = trial(TWO_ROWS).run("serve", "--help");

        assertThat(result.out()).contains("store.url  USHER_STORE_URL", "trial.speed-limit  USHER_TRIAL_SPEED_LIMIT");
    }

    @Test
    void versionNamesUsherJavaAndTheAdapters() {
        Trial.Result result = trial(TWO_ROWS).run("version");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .anyMatch(line -> line.startsWith("usher "))
                .anyMatch(line -> line.startsWith("java "))
                .anyMatch(line -> line.startsWith("adapter " + TrialAdapters.class.getName()));
    }

    @Test
    void withoutACommandTheHelpGoesToStandardErrorWithStatusTwo() {
        Trial.Result result = trial(TWO_ROWS).run();

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: usher");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "improt",
                "import",
                "import --format xml a.csv",
                "import --encoding klingon a.csv",
                "import --rejects no/such/folder/rejects.csv a.csv",
                "statistics --event gala",
                "statistics --event gala --at tomorrow",
                "statistics --event gala --event gala --at 2025-05-21T06:00Z",
                "statistics --event gala --at 2025-05-21T06:00Z --from 2025-05-21T06:00Z",
                "statistics --event gala --at 2025-05-21T06:00Z --step PT1H",
                "statistics --event gala --from 2025-05-21T06:00Z --step PT1H",
                "statistics --event gala --from 2025-05-21T06:00Z --to 2025-05-21T05:00Z --step PT1H",
                "statistics --event gala --from 2025-05-21T06:00Z --to 2025-05-21T07:00Z --step 1h",
                "statistics --event gala --event ball --from 2025-05-21T06:00Z --to 2025-05-21T07:00Z --step PT1H",
                "statistics --event gala --event ball --at 2025-05-21T06:00Z --known-at 2025-05-21T06:00Z",
                "statistics --event gala --at 2025-05-21T06:00Z --known-at yesterday",
                "statistics --event gala --at 2025-05-21T06:00Z --at-least -1",
                "statistics --event gala --at 2025-05-21T06:00Z --at-least many",
                "serve --timeline-memory much --store trial:",
                "token create --role king",
                "token create --role operator --store trial:",
                "token revoke x1 --store trial:",
                "token create --expires tomorrow --store trial:",
                "token rotate 1 --grace soon --store trial:",
                "organization set nmae=x --store trial:",
                "event set gala is_payd_out=true --store trial:",
                "event set gala --store trial:",
                "user create --role king x@example.com --store trial:",
                "demo --tickets 0",
                "check --store carrier:pigeon",
                "check --config no/such/file",
            })
    void aWrongCommandLineIsOneLineAndStatusTwo(String arguments) {
        Trial.Result result = trial(TWO_ROWS).run(arguments.split(" "));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("usher: ").doesNotContain("\tat ");
    }

    @Test
    void anUnknownVariableIsStatusTwoAndNamesTheNearest() {
        Trial.Result result = trial(TWO_ROWS)
                .environment(Map.of("USHER_STORE_URI", "memory:"))
                .run("check");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .isEqualToIgnoringNewLines("usher: unknown variable USHER_STORE_URI in the environment;"
                        + " the nearest known one is USHER_STORE_URL");
    }

    @Test
    void whatKubernetesTellsAPodOfAServiceNamedUsherIsNoSetting() {
        Trial.Result result = trial(TWO_ROWS)
                .environment(Map.of(
                        "USHER_PORT", "tcp://10.0.0.1:8080",
                        "USHER_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                        "USHER_SERVICE_HOST", "10.0.0.1"))
                .run("check", "--store", "trial:");

        assertThat(result.status()).as(result.err()).isZero();
    }

    @Test
    void twoAdaptersForOneSchemeAreStatusTwo() {
        StoreFactory one = (url, settings) -> store;
        StoreFactory other = (url, settings) -> new MemoryStore();
        Trial.Result result = Trial.with(new TrialAdapters(one, TWO_ROWS), new SecondStore(other))
                .run("check", "--store", "trial:");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("two adapters open stores at trial:");
    }

    @Test
    void anImportIsSummedUpOnStandardOutput() {
        Trial.Result result = trial(TWO_ROWS).run("import", "a.csv", "--store", "trial:");

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        List<String> lines = result.out().lines().toList();
        assertThat(lines.get(0).split(" +"))
                .containsExactly("read", "new", "repeated", "refused", "events", "seconds", "rows/s");
        assertThat(lines.get(2).strip()).startsWith("2").containsPattern("^2 +2 +0 +0 +1 ");
    }

    @Test
    void whatIsImportedAgainIsRepeated() {
        trial(TWO_ROWS).run("import", "a.csv", "--store", "trial:");

        Trial.Result result = trial(TWO_ROWS).run("import", "a.csv", "--store", "trial:");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines().skip(2).findFirst().orElseThrow().strip())
                .containsPattern("^2 +0 +2 +0 +1 ");
    }

    @Test
    void refusedRowsAndFaultsAreStatusOneAndSaidOnStandardError() {
        Trial.Result result = trial(ONE_REFUSED_AND_A_FAULT).run("import", "a.csv", "b.csv", "--store", "trial:");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err().lines())
                .containsExactly(
                        "usher: b.csv: NOT_FOUND: there is no such file",
                        "usher: 1 row was refused; run again with --rejects FILE to see each");
    }

    @Test
    void aDryRunJudgesEverythingWithoutOpeningAStore() {
        Trial.Result result = failing(new StoreUnavailable("must not be opened"))
                .run("import", "a.csv", "--dry-run", "--store", "trial:");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines().skip(2).findFirst().orElseThrow().strip())
                .containsPattern("^2 +- +- +0 +1 ");
        assertThat(result.err()).contains("dry run");
    }

    @Test
    void anImportThatBreaksOffSaysHowFarItCame() {
        Trial.Result result = trial(BREAKS_OFF).run("import", "a.csv", "--store", "trial:");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err())
                .contains("0 rows are durable")
                .endsWith("usher: the disk is full" + System.lineSeparator());
    }

    @Test
    void statisticsArePrintedAsOfTheInstant() {
        trial(TWO_ROWS).run("import", "a.csv", "--store", "trial:");

        Trial.Result now = trial(TWO_ROWS)
                .run("statistics --event gala --at 2025-05-21T06:00Z --format csv --store trial:".split(" "));
        Trial.Result before = trial(TWO_ROWS)
                .run("statistics --event gala --at 2025-05-21T05:59Z --format csv --store trial:".split(" "));

        assertThat(now.status()).isZero();
        assertThat(now.out()).contains("gala,2,2,0,").contains("2025-05-21T06:00:00.000Z");
        assertThat(before.out()).contains("gala,0,0,0,");
    }

    @Test
    void theTwoQuestionsAreToldApart() {
        Trial.Result both = trial(TWO_ROWS)
                .run("statistics --event gala --at 2025-05-21T06:00Z --from 2025-05-21T06:00Z".split(" "));
        Trial.Result neither = trial(TWO_ROWS).run("statistics --event gala".split(" "));

        assertThat(both.err()).contains("--at and --from are two questions; expected either --at INSTANT, or --from");
        assertThat(neither.err()).contains("there is no instant; expected either --at INSTANT, or --from");
    }

    @Test
    void statisticsOverTimeHaveALineForEachInstant() {
        trial(TWO_ROWS).run("import", "a.csv", "--store", "trial:");
        String question = "statistics --event gala --from 2025-05-21T05:00Z --to 2025-05-21T07:30Z --step PT1H"
                + " --store trial: --format ";

        Trial.Result csv = trial(TWO_ROWS).run((question + "csv").split(" "));
        Trial.Result table = trial(TWO_ROWS).run((question + "table").split(" "));
        Trial.Result json = trial(TWO_ROWS).run((question + "json").split(" "));

        assertThat(csv.status()).as(csv.err()).isZero();
        assertThat(csv.out().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("2025-05-21T05:00:00.000Z,0,"))
                .anyMatch(line -> line.startsWith("2025-05-21T06:00:00.000Z,2,"))
                .anyMatch(line -> line.startsWith("2025-05-21T07:00:00.000Z,2,"));
        assertThat(table.out().lines().skip(2)).hasSize(3).allMatch(line -> line.startsWith("2025-05-21T0"));
        assertThat(json.out()).contains("\"step\" : \"PT1H\"", "\"totalTickets\" : [ 0, 2, 2 ]");
    }

    @Test
    void whatWasNotKnownThenIsNotCounted() {
        trial(TWO_ROWS).run("import", "a.csv", "--store", "trial:");
        String question = "statistics --event gala --at 2025-05-21T06:00Z --format csv --store trial: --known-at ";

        Trial.Result longAgo = trial(TWO_ROWS).run((question + "2020-01-01T00:00Z").split(" "));
        Trial.Result oneDay = trial(TWO_ROWS).run((question + "9999-01-01T00:00Z").split(" "));

        assertThat(longAgo.out()).as(longAgo.err()).contains("gala,0,0,");
        assertThat(oneDay.out()).as(oneDay.err()).contains("gala,2,2,");
    }

    @Test
    void aSequenceThatIsNotRecordedYetIsStatusThree() {
        trial(TWO_ROWS).run("import", "a.csv", "--store", "trial:");
        String question = "statistics --event gala --at 2025-05-21T06:00Z --format csv --store trial: --at-least ";

        Trial.Result there = trial(TWO_ROWS).run((question + "2").split(" "));
        Trial.Result notYet = trial(TWO_ROWS).run((question + "3").split(" "));

        assertThat(there.status()).as(there.err()).isZero();
        assertThat(there.out()).contains("gala,2,2,");
        assertThat(notYet.status()).isEqualTo(3);
        assertThat(notYet.err()).contains("atLeast is 3", "reaches 2 now");
    }

    @Test
    void anUnknownEventOrOrganizationIsStatusOne() {
        trial(TWO_ROWS).run("import", "a.csv", "--store", "trial:");

        Trial.Result event =
                trial(TWO_ROWS).run("statistics --event ball --at 2025-05-21T06:00Z --store trial:".split(" "));
        Trial.Result organization = trial(TWO_ROWS)
                .run("statistics --event gala --organization nobody --at 2025-05-21T06:00Z --store trial:".split(" "));

        assertThat(event.status()).isEqualTo(1);
        assertThat(event.err()).contains("ball");
        assertThat(organization.status()).isEqualTo(1);
        assertThat(organization.err()).contains("nobody");
    }

    private Trial.Result run(String line) {
        return trial(TWO_ROWS).run((line + " --store trial:").split(" "));
    }

    @Test
    void organizationsAreMadeListedAndChanged() {
        Trial.Result made = run("organization create opera");
        assertThat(made.status()).isZero();
        assertThat(run("organization list").out())
                .containsPattern("(?m)^" + made.out().strip() + " +opera$");
        assertThat(run("organization create opera").status()).isEqualTo(1);
        assertThat(run("organization create opera").err()).contains("already");

        Trial.Result set = run("organization set --organization opera package=essentials delivery_methods=electronic");
        assertThat(set.status()).isZero();
        assertThat(set.out()).containsPattern("package +essentials").containsPattern("delivery_methods +electronic\n");
        assertThat(run("organization show --organization opera").out()).isEqualTo(set.out());
        assertThat(run("organization set --organization opera package=").out())
                .containsPattern("package +professional");
        assertThat(run("organization set --organization opera package=gold").status())
                .isEqualTo(2);
        assertThat(run("organization show --organization nobody").status()).isEqualTo(1);
    }

    @Test
    void whatIsSettledStandsInTheHelp() {
        assertThat(trial(TWO_ROWS).run("event", "set", "--help").out())
                .contains(EventAttributes.NATIVE.stream().map(Attribute::name).toList());
    }

    @Test
    void anEventIsSettled() {
        assertThat(run("import rows.csv").status()).isZero();
        Trial.Result set = run("event set gala bookmark_count=3 survey_respondent=ticket_buyer");
        assertThat(set.status()).isZero();
        assertThat(set.out())
                .containsPattern("bookmark_count +3")
                .containsPattern("survey_respondent +ticket_buyer")
                .containsPattern("is_paid_out +false");
        assertThat(run("event set gala bookmark_count=").out()).containsPattern("bookmark_count +0");
        assertThat(run("event set gala is_paid_out=true").status()).isEqualTo(1);
        assertThat(run("event set nothing bookmark_count=3").status()).isEqualTo(1);
        assertThat(run("event set nothing bookmark_count=3").err()).contains("'nothing'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token create",
                "token list",
                "token rotate 1",
                "user create kim@example.com",
                "user list",
                "organization show",
                "organization set name=x",
                "statistics --event gala --at 2025-05-21T06:00Z"
            })
    void onlyTheDefaultOrganizationIsMadeOnFirstUse(String command) {
        assertThat(run("organization create opera").status()).isZero();
        Trial.Result misspelt = run(command + " --organization opere");
        assertThat(misspelt.status()).isEqualTo(1);
        assertThat(misspelt.err())
                .isEqualToIgnoringNewLines("usher: there is no organization 'opere' in this store, was that meant to be"
                        + " 'opera'? 'usher organization create' makes one, and 'usher organization list' shows all");
        assertThat(run("organization list").out()).doesNotContain("opere");
        assertThat(run("token create").status()).isZero();
        assertThat(run("organization list").out()).contains("default");
    }

    @Test
    void aSettingWithoutAValueIsToldSo() {
        assertThat(run("organization set name").err())
                .startsWith("usher: 'name' has no value; expected name=VALUE, or name= to take the value away");
        assertThat(run("organization set nam=x").err()).contains("was that meant to be name?");
    }

    @Test
    void whatIsNoNumberOrDurationIsToldInWordsOfPeople() {
        assertThat(run("serve --port abc").err()).contains("'abc' cannot be read; expected a whole number in digits");
        assertThat(run("demo --tickets many").err()).contains("'many'", "a whole number");
        assertThat(run("token rotate 1 --grace 5m").err())
                .contains("'5m' is no duration", "such as PT1H")
                .doesNotContain("Exception");
        assertThat(run("token rotate abc").err()).contains("'abc' is no token's number", "usher token list");
    }

    @Test
    void aTakenPortIsSaidBeforeADemonstrationBegins() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Trial.Result result = run("demo --port " + taken.getLocalPort());
            assertThat(result.status()).isEqualTo(3);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains("port " + taken.getLocalPort(), "--port");
        }
        assertThat(run("demo --port 70000").err()).contains("--port is 70000; expected a whole number from 0 to 65535");
    }

    @Test
    void usersAreMadeListedAddedAndRemoved() {
        assertThat(run("organization create opera").status()).isZero();
        Trial.Result kim = run("user create Kim@Example.com --first-name Kim --role owner --organization opera");
        assertThat(kim.status()).isZero();
        String id = kim.out().strip();
        assertThat(run("user list --organization opera").out())
                .containsPattern("(?m)^" + id + " +owner +kim@example.com +Kim$");
        assertThat(run("user create kim@example.com").err()).contains("already");
        assertThat(run("user remove kim@example.com --organization opera").err())
                .contains("only owner");
        assertThat(run("organization create ballet").status()).isZero();
        assertThat(run("user add kim@example.com --organization ballet").status())
                .isZero();
        assertThat(run("user add " + id + " --role owner --organization ballet").err())
                .contains("is owner of ballet");
        Trial.Result nobody = run("user add lee@example.com --organization ballet");
        assertThat(nobody.status()).isEqualTo(1);
        assertThat(nobody.err()).contains("there is no user 'lee@example.com'", "usher user create");
        assertThat(run("user create lee@example.com --role owner --organization opera")
                        .status())
                .isZero();
        assertThat(run("user remove " + id + " --organization opera").status()).isZero();
        assertThat(run("user remove " + id + " --organization opera").status()).isEqualTo(1);
    }

    @Test
    void aTokenMayBelongToAUserEndAndBeRotated() {
        String kim = run("user create kim@example.com").out().strip();
        assertThat(run("token create --user kim@example.com --role owner --expires 2999-01-01T00:00:00Z")
                        .status())
                .isZero();
        String row = run("token list").out().lines().skip(2).findFirst().orElseThrow();
        assertThat(row).contains(" " + kim + " ").contains("2999-01-01T00:00:00.000Z");
        String id = row.substring(0, row.indexOf(' '));
        Trial.Result rotated = run("token rotate " + id + " --grace PT0S");
        assertThat(rotated.status()).isZero();
        assertThat(rotated.out().strip()).matches("usher_[A-Za-z0-9_-]{43}");
        assertThat(run("token list").out().lines()).hasSize(4);
        assertThat(run("token rotate " + id).err()).contains("expired");
        assertThat(run("token create --user lee@example.com").status()).isEqualTo(1);
        assertThat(run("token create --expires 1999-01-01T00:00:00Z").err()).contains("expected an instant to come");
    }

    @Test
    void aTokenIsMadeListedAndRevoked() {
        Trial.Result created = trial(TWO_ROWS).run("token create --role owner --label desk --store trial:".split(" "));
        assertThat(created.status()).isZero();
        assertThat(created.out().strip()).matches("usher_[A-Za-z0-9_-]{43}");

        Trial.Result listed = trial(TWO_ROWS).run("token list --store trial:".split(" "));
        assertThat(listed.out()).doesNotContain(created.out().strip());
        String row = listed.out().lines().skip(2).findFirst().orElseThrow();
        assertThat(row).contains("owner").containsPattern("- +desk$");

        String id = row.substring(0, row.indexOf(' '));
        assertThat(trial(TWO_ROWS)
                        .run("token", "revoke", id, "--store", "trial:")
                        .status())
                .isZero();
        assertThat(trial(TWO_ROWS).run("token list --store trial:".split(" ")).out())
                .containsPattern("(?m)Z +desk$");
        assertThat(trial(TWO_ROWS)
                        .run("token", "revoke", "999999", "--store", "trial:")
                        .status())
                .isEqualTo(1);
    }

    @Test
    void aSoundStorePassesTheCheck() {
        trial(TWO_ROWS).run("import", "a.csv", "--store", "trial:");

        Trial.Result result = trial(TWO_ROWS).run("check", "--store", "trial:");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines().skip(2).findFirst().orElseThrow().strip())
                .containsPattern("^1 +1 +1 +2 +0$");
    }

    @Test
    void anUnreachableStoreIsStatusThree() {
        Trial.Result result =
                failing(new StoreUnavailable("the database is down")).run("check", "--store", "trial:");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).isEqualToIgnoringNewLines("usher: the database is down");
    }

    @Test
    void aHeldStoreWithoutAServiceBesideItIsStatusThree() {
        Trial.Result result = failing(new StoreHeld(folder)).run("check", "--store", "trial:");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains(folder + " is in use by another process");
    }

    @Test
    void aBrokenProgramIsStatusSeventyAndShowsItsTraceWhenVerbose() {
        Trial broken = failing(new IllegalStateException("a screw is loose"));

        Trial.Result quiet = broken.run("check", "--store", "trial:");
        Trial.Result verbose = broken.run("check", "--store", "trial:", "--verbose");

        assertThat(quiet.status()).isEqualTo(70);
        assertThat(quiet.err())
                .isEqualToIgnoringNewLines(
                        "usher: internal error: a screw is loose; run again with --verbose to see where");
        assertThat(verbose.status()).isEqualTo(70);
        assertThat(verbose.err()).contains("\tat ");
    }

    @Test
    void anAdapterThatIsMissingIsSaid() {
        Trial.Result result = Trial.with().run("import", "a.csv", "--store", "memory:");

        assertThat(result.status()).isEqualTo(70);
        assertThat(result.err()).contains("no adapter provides");
    }
}
