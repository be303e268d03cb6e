package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenWish;
import dev.usher.core.adapter.ImportRequest;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.StatisticsField;
import dev.usher.core.statistics.StatisticsQuestion;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code usher demo}: makes up an event weekend, imports it, shows its statistics, and serves it. */
@Command(
        name = "demo",
        description = {
            "Make up an event weekend, import it, show its statistics at three instants, and serve it until Ctrl-C.",
            "The weekend is the same every time. Files and store go to a fresh temporary folder, which is removed at"
                    + " Ctrl-C; --store names another store, which stays."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_TICKETS = 20_000_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final List<StatisticsField> SHOWN = List.of(
            StatisticsField.TOTAL,
            StatisticsField.VALID,
            StatisticsField.DOWNLOADED,
            StatisticsField.PENDING_TRANSFER,
            StatisticsField.TRANSFERS,
            StatisticsField.ACTIVATED,
            StatisticsField.CONTROLLED);

    private final UsherCommand usher;

    @Option(
            names = "--tickets",
            paramLabel = "N",
            description = "How many tickets the weekend has. Default: ${DEFAULT-VALUE}, about 200,000 operations.")
    private int tickets = 40_000;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to serve on. Default: the first free one from 8080.")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--no-serve", description = "End when the statistics are shown.")
    private boolean noServe;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DemoCommand(UsherCommand usher) {
        this.usher = usher;
    }

    @Override
    public Integer call() throws IOException {
        if (tickets < 1 || tickets > MOST_TICKETS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--tickets is " + tickets + "; expected a whole number from 1 to " + MOST_TICKETS);
        }
        if (port.filter(number -> number < 0 || number > HIGHEST_PORT).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--port is " + port.get() + "; expected a whole number from 0 to " + HIGHEST_PORT);
        }
        Optional<ServerSocket> reserved = noServe
                ? Optional.empty()
                : Optional.of(port.map(FreePort::exactly).orElseGet(() -> FreePort.from(8080)));
        Path folder = Files.createTempDirectory("usher-demo-");
        try {
            Composition composition = usher.compose(settings(folder, reserved));
            LocalEngine engine = LocalEngine.alone(composition);
            try {
                return run(composition, engine, folder, reserved);
            } catch (RuntimeException | Error failed) {
                engine.close();
                throw failed;
            }
        } finally {
            release(reserved);
        }
    }

    private int run(Composition composition, LocalEngine engine, Path folder, Optional<ServerSocket> reserved) {
        PrintStream out = usher.surroundings().out();
        List<Path> files = DemoFiles.write(folder, tickets);
        out.println("An event weekend, written to " + folder + ":");
        files.forEach(file -> out.println("  " + file.getFileName()));
        out.println();
        importAll(composition, engine, files);
        DemoEvent.instants().forEach(at -> show(engine, at));
        if (noServe) {
            engine.close();
            out.println();
            out.println("The files stay in " + folder + "; remove the folder when you are done.");
            return ExitStatus.SUCCESS.code();
        }
        Engine.Issued issued =
                Refused.unless(engine.createToken(Organization.DEFAULT, new TokenWish(Role.VIEWER, "demonstration")));
        release(reserved);
        Service service = Service.start(composition, engine);
        out.println();
        out.println("Serving at " + service.url() + " until Ctrl-C. Ask it:");
        out.println();
        out.println("  " + curl(composition, service, issued));
        usher.surroundings().watch().over(() -> {
            service.close();
            remove(folder);
        });
        return ExitStatus.SUCCESS.code();
    }

    private Map<String, String> settings(Path folder, Optional<ServerSocket> reserved) {
        Map<String, String> said = new HashMap<>();
        said.put(
                CoreModule.STORE_URL.name(),
                "jdbc:hsqldb:file:" + folder.resolve("store").resolve("usher"));
        reserved.map(ServerSocket::getLocalPort).ifPresent(number -> said.put("http.port", Integer.toString(number)));
        return said;
    }

    private void importAll(Composition composition, LocalEngine engine, List<Path> files) {
        ImportRequest request = new ImportRequest(
                files.stream().map(Path::toString).toList(),
                usher.surroundings().in(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ExitStatus imported = new ImportRun(usher.surroundings(), composition.importer(), request)
                .into(Refused.unless(engine.intake(Organization.DEFAULT)));
        if (imported != ExitStatus.SUCCESS) {
            throw new IllegalStateException("the made-up operations were not all accepted");
        }
    }

    private void show(LocalEngine engine, Instant at) {
        StatisticsQuestion question = StatisticsQuestion.of(
                DemoEvent.weekend().stream().map(DemoEvent::id).toList(), at);
        List<EventStatistics> report = Refused.unless(engine.statistics(Organization.DEFAULT, question));
        PrintStream out = usher.surroundings().out();
        out.println();
        out.println("As of " + InstantText.write(at));
        table(report).lines().forEach(out::println);
    }

    private static Table table(List<EventStatistics> report) {
        List<String> heading = new ArrayList<>(List.of(StatisticsField.EVENT));
        SHOWN.forEach(field -> heading.add(field.word()));
        return new Table(
                1,
                heading,
                report.stream()
                        .map(event -> {
                            List<String> cells = new ArrayList<>(List.of(event.eventId()));
                            SHOWN.forEach(field ->
                                    cells.add(String.format(Locale.ROOT, "%,d", field.of(event.statistics()))));
                            return cells;
                        })
                        .toList());
    }

    private static String curl(Composition composition, Service service, Engine.Issued issued) {
        String events = DemoEvent.weekend().stream()
                .map(event -> "eventIds=" + event.id() + "&")
                .collect(Collectors.joining());
        return "curl -H 'Authorization: Bearer " + issued.secret().text() + "' '" + service.url()
                + composition.said("http.statistics-path").orElse("") + "?" + events + "dateTime="
                + InstantText.write(DemoEvent.instants().get(1)) + "'";
    }

    private static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }

    private static void release(Optional<ServerSocket> reserved) {
        try {
            if (reserved.isPresent()) {
                reserved.get().close();
            }
        } catch (IOException neverOpenedAgain) {
            throw new UncheckedIOException(neverOpenedAgain);
        }
    }
}
