package dev.usher.benchmarks;

import com.google.inject.Guice;
import dev.usher.adapters.imports.ImportModule;
import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.adapter.ImportProgress;
import dev.usher.core.adapter.ImportReport;
import dev.usher.core.adapter.ImportRequest;
import dev.usher.core.adapter.OperationImporter;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.Store;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Imports a file into a new embedded store, the way the program does, again and again; every import is checked. */
final class FreshImport {
    /** All rows are in the store and will be found after a crash. */
    static final String DURABLE = "durable";
    /** The first question about the event has been answered. */
    static final String INDEX_READY = "index ready";

    private final OperationImporter importer =
            Guice.createInjector(new ImportModule()).getInstance(OperationImporter.class);
    private final Bench bench;
    private final String name;
    private final Path file;
    private final Replay truth;
    private int imports;

    /**
     * Imports of a file.
     *
     * @param name of the folder in which the store is made
     * @param truth the log that the file holds, replayed
     */
    FreshImport(Bench bench, String name, Path file, Replay truth) {
        this.bench = bench;
        this.name = name;
        this.file = file;
        this.truth = truth;
    }

    /** One import; the store is opened before and closed after the time that counts. */
    void run(Figures figures) throws Exception {
        try (Store store = House.embedded(bench.folder(name))) {
            Usher usher = Usher.over(store, InstantSource.system(), new SecureRandom());
            Organization organization =
                    usher.organizations().findOrCreate("default").orThrow();
            House house = new House(usher, new Actor(organization.id(), Role.OWNER));
            long instant = truth.log().spreadInstants(imports++, 1)[0];
            ImportRequest request = new ImportRequest(
                    List.of(file.toString()),
                    InputStream.nullInputStream(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            long begin = System.nanoTime();
            DurableWatch watch = new DurableWatch(usher.ticketOperations().intake(organization));
            ImportReport report = importer.run(request, watch, ImportProgress.SILENT);
            TicketStatistics answer = house.at(instant);
            long ready = System.nanoTime();
            figures.add(DURABLE, rate(begin, watch.durableAt()));
            figures.add(INDEX_READY, rate(begin, ready));
            check(report);
            Questions.check(Contest.USHER, truth, asked -> answer, List.of(instant));
            Questions.check(Contest.USHER, truth, imports == 1 ? 20 : 1, house::at);
        }
    }

    private void check(ImportReport report) {
        TicketLog log = truth.log();
        ImportReport right = new ImportReport(
                log.arrivals(),
                0,
                new OperationIntake.Totals(log.size(), (long) log.arrivals() - log.size(), 1),
                List.of());
        if (!report.equals(right)) {
            throw new IllegalStateException("the import tells " + report + " instead of " + right);
        }
    }

    /** Rows a second. */
    private double rate(long begin, long end) {
        return truth.log().arrivals() / ((end - begin) / 1e9);
    }

    /** Enters a parser that only reads the file; what it reaches is its figure for everything. */
    void enterParser(Contest contest, String rival, int warmUps, int rounds, Parser parser) {
        contest.enter(rival, warmUps, rounds, figures -> {
            long begin = System.nanoTime();
            long rows = parser.read(file);
            double rate = rate(begin, System.nanoTime());
            if (rows != truth.log().arrivals()) {
                throw new IllegalStateException(rival + " sees " + rows + " rows instead of "
                        + truth.log().arrivals());
            }
            figures.add(DURABLE, rate);
            figures.add(INDEX_READY, rate);
        });
    }

    /** Reads a file, touching each value, and tells how many rows it has. */
    @FunctionalInterface
    interface Parser {
        long read(Path file) throws Exception;
    }
}
