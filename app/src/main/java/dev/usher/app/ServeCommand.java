package dev.usher.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code usher serve}: answers over HTTP until it is asked to stop. */
@Command(
        name = "serve",
        description = {
            "Answer over HTTP until SIGTERM or SIGINT (Ctrl-C).",
            "Then running requests are finished, the store is closed, and the exit status is the signal's own: 143 or"
                    + " 130."
        })
final class ServeCommand implements Callable<Integer> {
    private final UsherCommand usher;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "The address to listen on (setting http.host).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on, 0 for a free one (setting http.port).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--statistics-path",
            paramLabel = "PATH",
            description = "Where statistics are asked for (setting http.statistics-path).")
    private Optional<String> statisticsPath = Optional.empty();

    @Option(
            names = "--timeline-memory",
            paramLabel = "SIZE",
            description = "Memory for the statistics kept at hand, such as 512m (setting timeline.memory).")
    private Optional<String> timelineMemory = Optional.empty();

    ServeCommand(UsherCommand usher) {
        this.usher = usher;
    }

    @Override
    public Integer call() {
        Practice.begin();
        Map<String, String> said = new HashMap<>();
        host.ifPresent(address -> said.put("http.host", address));
        port.ifPresent(number -> said.put("http.port", Integer.toString(number)));
        statisticsPath.ifPresent(path -> said.put("http.statistics-path", path));
        timelineMemory.ifPresent(size -> said.put(CoreModule.TIMELINE_MEMORY.name(), size));
        Composition composition = usher.compose(said);
        LocalEngine engine = LocalEngine.alone(composition);
        Service service = started(composition, engine);
        usher.surroundings().out().println("usher listens at " + service.url());
        usher.surroundings().watch().over(service::close);
        return ExitStatus.SUCCESS.code();
    }

    private static Service started(Composition composition, LocalEngine engine) {
        try {
            return Service.start(composition, engine);
        } catch (RuntimeException | Error failed) {
            engine.close();
            throw failed;
        }
    }
}
