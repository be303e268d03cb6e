package dev.usher.app;

import dev.usher.core.adapter.ImportReport;
import dev.usher.core.adapter.ImportRequest;
import dev.usher.core.adapter.OperationImporter;
import dev.usher.core.statistics.OperationIntake;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** One import as a person sees it: progress while it runs, what went wrong, and a summary at the end. */
final class ImportRun {
    private static final List<String> HEADING =
            List.of("read", "new", "repeated", "refused", "events", "seconds", "rows/s");
    private static final String UNKNOWN = "-";
    private static final double NANOS_A_SECOND = 1e9;

    private final Surroundings surroundings;
    private final OperationImporter importer;
    private final ImportRequest request;

    ImportRun(Surroundings surroundings, OperationImporter importer, ImportRequest request) {
        this.surroundings = surroundings;
        this.importer = importer;
        this.request = request;
    }

    /** Imports the sources. */
    ExitStatus into(OperationIntake intake) {
        return run(intake, false);
    }

    /** Judges every row of the sources and keeps none. */
    ExitStatus judge() {
        ExitStatus status = run(new CountingIntake(), true);
        surroundings.err().println("usher: this was a dry run: nothing was kept, and what is new was not asked");
        return status;
    }

    private ExitStatus run(OperationIntake intake, boolean dry) {
        long started = System.nanoTime();
        ImportReport report;
        try (ImportDisplay display = ImportDisplay.of(surroundings)) {
            report = importer.run(request, intake, display);
        } catch (RuntimeException broken) {
            if (!dry) {
                surroundings
                        .err()
                        .println("usher: the import broke off; " + grouped(intake.durable())
                                + " rows are durable, and running it again goes on from there");
            }
            throw broken;
        }
        double seconds = (System.nanoTime() - started) / NANOS_A_SECOND;
        complain(report);
        summarize(report, seconds, dry).lines().forEach(surroundings.out()::println);
        return report.refused() == 0 && report.faults().isEmpty() ? ExitStatus.SUCCESS : ExitStatus.DATA;
    }

    private void complain(ImportReport report) {
        PrintStream err = surroundings.err();
        for (ImportReport.Fault fault : report.faults()) {
            err.println("usher: " + fault.source() + ": " + fault.code() + ": " + fault.message());
        }
        if (report.refused() > 0) {
            String rows =
                    report.refused() == 1 ? "1 row was refused" : grouped(report.refused()) + " rows were refused";
            err.println("usher: " + rows
                    + request.rejects()
                            .map(file -> "; see " + file)
                            .orElse("; run again with --rejects FILE to see each"));
        }
    }

    private static Table summarize(ImportReport report, double seconds, boolean dry) {
        OperationIntake.Totals totals = report.totals();
        return new Table(
                0,
                HEADING,
                List.of(List.of(
                        grouped(report.read()),
                        dry ? UNKNOWN : grouped(totals.added()),
                        dry ? UNKNOWN : grouped(totals.repeated()),
                        grouped(report.refused()),
                        grouped(totals.events()),
                        String.format(Locale.ROOT, "%.1f", seconds),
                        grouped((long) (report.read() / Math.max(seconds, 1e-3))))));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
