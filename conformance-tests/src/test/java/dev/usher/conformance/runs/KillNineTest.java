package dev.usher.conformance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.app.ProgramInProcess;
import dev.usher.conformance.stores.TemporaryStore;
import dev.usher.core.service.Inspection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed at any moment and run again ends as one that nobody disturbed. */
class KillNineTest {
    private static final int CYCLES = Size.of(3, 20);
    private static final int OPERATIONS = 600_000;
    private static final int LONGEST_DELAY_MILLIS = 600;
    private static final String AT_THE_END = "2030-01-01T00:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void anImportThatIsKilledAndRunAgainEndsAsACleanOne() throws IOException {
        long seed = Size.seed("KillNineTest");
        Random random = new Random(seed);
        GeneratedLog log = GeneratedLog.of(OPERATIONS, seed);
        Path file = folder.resolve("operations.csv");
        log.writeTo(file);
        String clean = cleanReport(file);

        List<Moment> inTheMiddle = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            // The first kill is sure to hit an import that has kept a part; the others may hit anything.
            Moment moment = cycle == 0 ? Moment.inTheMiddle(random) : Moment.any(random);
            try (TemporaryStore store = TemporaryStore.Kind.HSQLDB.create()) {
                boolean wasRunning = importAndKill(file, store, moment);
                boolean keptAPart =
                        isSoundAndHoldsSomething(store) && !report(store).equals(clean);
                if (wasRunning && keptAPart) {
                    inTheMiddle.add(moment);
                }
                ProgramInProcess.run("import", file.toString(), "--store", store.url())
                        .success();
                assertThat(isSoundAndHoldsSomething(store)).isTrue();
                assertThat(report(store)).as("killed at %s", moment).isEqualTo(clean);
            }
        }
        assertThat(inTheMiddle)
                .as("kills that hit a running import which had kept a part")
                .isNotEmpty();
    }

    /**
     * When to kill.
     *
     * @param rows when the program has been given so many
     * @param delayMillis and so much time has passed since
     */
    private record Moment(int rows, int delayMillis) {

        static Moment inTheMiddle(Random random) {
            return new Moment(OPERATIONS / 2 + random.nextInt(OPERATIONS / 4), random.nextInt(50));
        }

        /** While the program starts, reads, appends, merges or counts; or when it has ended. */
        static Moment any(Random random) {
            int rows = Math.min(random.nextInt(OPERATIONS + OPERATIONS / 4), OPERATIONS);
            return new Moment(rows, random.nextInt(LONGEST_DELAY_MILLIS));
        }
    }

    private static String cleanReport(Path file) {
        try (TemporaryStore store = TemporaryStore.Kind.HSQLDB.create()) {
            ProgramInProcess.run("import", file.toString(), "--store", store.url())
                    .success();
            String report = report(store);
            assertThat(ReportText.read(report)).containsOnlyKeys(GeneratedLog.EVENTS);
            return report;
        }
    }

    /** True when the program was still running when it was killed. */
    private boolean importAndKill(Path file, TemporaryStore store, Moment moment) throws IOException {
        // In a small heap an import keeps what it has read every 131,072 rows.
        try (ChildProgram program =
                ChildProgram.startIn("256m", folder, "import", "-", "--format", "csv", "--store", store.url())) {
            Feeder feeder = Feeder.start(file, program.input());
            while (program.isRunning() && feeder.rows() < moment.rows()) {
                ChildProgram.pause(1);
            }
            ChildProgram.pause(moment.delayMillis());
            boolean running = program.isRunning();
            program.kill();
            feeder.join();
            return running;
        }
    }

    /** Verifies every block; true when there is one. */
    private static boolean isSoundAndHoldsSomething(TemporaryStore store) {
        Inspection.Report report = ProgramInProcess.inspect(store.url());
        assertThat(report.faults()).isEmpty();
        return report.operations() > 0;
    }

    /** The numbers at the end; what the command says instead when an event is not known yet. */
    private static String report(TemporaryStore store) {
        List<String> arguments =
                new ArrayList<>(List.of("statistics", "--format", "json", "--store", store.url(), "--at", AT_THE_END));
        GeneratedLog.EVENTS.forEach(event -> arguments.addAll(List.of("--event", event)));
        ProgramInProcess.Result result = ProgramInProcess.run(arguments.toArray(String[]::new));
        return result.status() == 0 ? result.out() : result.err();
    }
}
