package dev.usher.conformance.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.app.ProgramInProcess;
import dev.usher.app.ProgramInProcess.Result;
import dev.usher.core.adapter.StoreHeld;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a whole: commands beside a running service, and what the shell is told. */
class CommandLineTest {
    private static final String HEADER = "event_id,ticket_id,operation,occurred_at,device_id\n";
    private static final String TWO_TICKETS = HEADER
            + "concert,t1,issued,2025-05-01T10:00:00Z,\n"
            + "concert,t2,issued,2025-05-01T11:00:00Z,\n"
            + "concert,t2,activated,2025-05-02T11:00:00Z,\n";
    private static final String[] IMPORT = {"import", "-", "--format", "csv"};
    private static final String INSTANT = "2025-05-21T06:00:00Z";

    /** With a service in another process that holds the store. */
    @Nested
    class BesideARunningService {
        @TempDir
        private static Path folder;

        private static Installation here;
        private static ChildProgram service;
        private static URI url;

        @BeforeAll
        static void start() {
            here = new Installation(folder);
            service = here.serve();
            url = service.url();
        }

        @AfterAll
        static void stop() {
            service.close();
        }

        @Test
        void commandsGoThroughTheService() {
            assertThatThrownBy(() -> ProgramInProcess.open(here.store())).isInstanceOf(StoreHeld.class);

            here.usherReading(TWO_TICKETS, IMPORT).success();
            here.usher("check").success();
            String token =
                    here.usher("token", "create", "--role", "viewer").success().strip();

            Map<String, Object> answer = ReportText.read(new StatisticsQuestions(url, token)
                            .ask(List.of("concert"), INSTANT)
                            .body())
                    .get("concert");
            assertThat(answer).containsEntry("totalTickets", 2L).containsEntry("activatedTickets", 1L);
            assertThat(statistics(here, "concert")).isEqualTo(answer);
        }

        @Test
        void aTokenRevokedBesideTheServiceStopsWorking() {
            here.usherReading(TWO_TICKETS, IMPORT).success();
            String token = here.usher("token", "create", "--role", "viewer", "--label", "box office")
                    .success()
                    .strip();
            StatisticsQuestions questions = new StatisticsQuestions(url, token);
            assertThat(questions.ask(List.of("concert"), INSTANT).statusCode()).isEqualTo(200);

            String listed = here.usher("token", "list").success();
            String id = listed.lines()
                    .filter(line -> line.contains("box office"))
                    .map(line -> line.strip().split("\\s+")[0])
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not listed: " + listed));
            here.usher("token", "revoke", id).success();
            assertThat(questions.ask(List.of("concert"), INSTANT).statusCode()).isEqualTo(401);
        }

        @Test
        void anImportForAnotherOrganizationStaysThere() {
            here.usherReading(
                            HEADER + "ballet,t1,issued,2025-05-01T10:00:00Z,\n",
                            "import",
                            "-",
                            "--format",
                            "csv",
                            "--organization",
                            "theatre")
                    .success();
            assertThat(statistics(here, "ballet", "--organization", "theatre")).containsEntry("totalTickets", 1L);
            requireRefusal(here.usher("statistics", "--event", "ballet", "--at", INSTANT), 1, "ballet");
        }

        @Test
        void refusedRowsAreReportedThroughTheServiceToo() {
            Result result = here.usherReading(
                    HEADER + "opera,t1,issued,2025-05-01T10:00:00Z,\n" + "opera,t2,teleported,2025-05-01T10:00:00Z,\n",
                    IMPORT);
            assertThat(result.status()).as(result.err()).isEqualTo(1);
            assertThat(statistics(here, "opera")).containsEntry("totalTickets", 1L);
        }

        @Test
        void aSecondServiceOnTheSameFilesIsRefused() {
            try (ChildProgram second = here.serve()) {
                assertThat(second.status()).isEqualTo(3);
                assertThat(second.err())
                        .contains("in use by the service at http://", "(process ")
                        .contains(here.data().toString())
                        .hasLineCount(1);
            }
            assertThat(service.isRunning()).isTrue();
            here.usher("check").success();
        }
    }

    /** With a service that ends, one way or the other. */
    @Nested
    class WhenTheServiceEnds {
        @TempDir
        private Path folder;

        @Test
        void itsAddressWasForItsOwnersEyesAndIsGone() throws IOException {
            Installation here = new Installation(folder);
            Path note = here.data().resolve("service.json");
            try (ChildProgram service = here.serve()) {
                URI unused = service.url();
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                        .isEqualTo("rw-------");
                service.terminate();
                assertThat(service.status()).isEqualTo(143);
            }
            assertThat(note).doesNotExist();
            here.usher("check").success();
        }

        @Test
        void whatItTookIsThereWhenItWasKilled() {
            Installation here = new Installation(folder);
            try (ChildProgram service = here.serve()) {
                URI unused = service.url();
                here.usherReading(TWO_TICKETS, IMPORT).success();
                service.kill();
                assertThat(service.status()).isEqualTo(137);
            }
            here.usher("check").success();
            assertThat(statistics(here, "concert")).containsEntry("totalTickets", 2L);
        }
    }

    /** With nobody else at the store. */
    @Nested
    class TheExitStatus {
        @TempDir
        private Path folder;

        @Test
        void isZeroAfterSuccess() {
            Installation here = new Installation(folder);
            assertThat(here.usher("--help").status()).isZero();
            assertThat(here.usher("--version").status()).isZero();
            assertThat(here.usher("version").status()).isZero();
            assertThat(here.usherReading(TWO_TICKETS, IMPORT).status()).isZero();
            assertThat(here.usher("check").status()).isZero();
        }

        @Test
        void isOneForWrongData() {
            Installation here = new Installation(folder);
            here.usherReading(TWO_TICKETS, IMPORT).success();
            requireRefusal(here.usher("statistics", "--event", "unheard-of", "--at", INSTANT), 1, "unheard-of");
            requireRefusal(here.usher("import", folder.resolve("missing.csv").toString()), 1, "missing.csv");
            Result result = here.usherReading(TWO_TICKETS + "concert,,issued,2025-05-01T10:00:00Z,\n", IMPORT);
            assertThat(result.status()).isEqualTo(1);
        }

        @Test
        void isTwoForAWrongCommandLine() {
            Installation here = new Installation(folder);
            requireRefusal(here.usher("sell"), 2, "sell");
            requireRefusal(here.usher("statistics", "--event", "concert", "--at", "yesterday"), 2, "yesterday");
            requireRefusal(here.usher("statistics", "--at", INSTANT), 2, "--event");
            requireRefusal(ProgramInProcess.run("check", "--store", "jdbc:nothing:here"), 2, "jdbc:hsqldb:");
            requireRefusal(
                    ProgramInProcess.run(
                            Map.of("USHER_HTTP_PROT", "80"), new byte[0], "check", "--store", here.store()),
                    2,
                    "USHER_HTTP_PORT");
        }

        @Test
        void isThreeForAStoreThatCannotBeReached() throws IOException {
            Path file = Files.createFile(folder.resolve("no-folder"));
            requireRefusal(
                    ProgramInProcess.run("check", "--store", "jdbc:hsqldb:file:" + file + "/usher"), 3, "no-folder");
        }
    }

    private static Map<String, Object> statistics(Installation here, String event, String... more) {
        String[] arguments = {"statistics", "--event", event, "--at", INSTANT, "--format", "json"};
        String[] all = Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
        return ReportText.read(here.usher(all).success()).get(event);
    }

    private static void requireRefusal(Result result, int status, String named) {
        assertThat(result.err()).contains(named).doesNotContain("\tat ");
        assertThat(result.status()).as(result.err()).isEqualTo(status);
    }
}
