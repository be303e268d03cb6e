package dev.usher.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server that runs as a process of its own and says on standard output where it listens. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final int HEAP_MEGABYTES = 3072;
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final int port;

    private ServerProcess(ProcessBuilder builder) throws IOException {
        process = builder.redirectError(Objects.requireNonNull(ProcessBuilder.Redirect.INHERIT))
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        Matcher address = ADDRESS.matcher(String.valueOf(line));
        if (!address.find()) {
            process.destroy();
            throw new IOException("the server does not say where it listens, but: " + line);
        }
        port = Integer.parseInt(address.group(1));
    }

    /** {@code usher serve} as it is started from the checkout, over a store, on a free port. */
    static ServerProcess usher(Bench bench, String store) throws IOException {
        return usher(bench, store, Map.of());
    }

    /** The same with settings said in its environment. */
    static ServerProcess usher(Bench bench, String store, Map<String, String> environment) throws IOException {
        ProcessBuilder serve = usher(bench, "serve", "--port", "0", "--store", store);
        serve.environment().putAll(environment);
        return new ServerProcess(serve);
    }

    /** A command of {@code usher} as it is started from the checkout. */
    static ProcessBuilder usher(Bench bench, String... words) {
        List<String> command = new ArrayList<>();
        command.add(bench.checkout().resolve("usher").toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("USHER_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("USHER_JAVA_OPTS", "-Xmx" + HEAP_MEGABYTES + "m");
        return builder;
    }

    /** Bare Vert.x, with the options of the JVM that another server runs with. */
    static ServerProcess bare(ServerProcess same, boolean routed, int bodyBytes) throws IOException {
        return new ServerProcess(
                java(same.options(), BareVertx.class, Boolean.toString(routed), Integer.toString(bodyBytes)));
    }

    /** A class with a main method, in a process of its own. */
    static ProcessBuilder java(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(Objects.requireNonNull(ProcessBuilder.Redirect.INHERIT));
    }

    /** The options its JVM was given. */
    List<String> options() {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return Stream.of(arguments).takeWhile(word -> !word.equals("-jar")).toList();
    }

    int port() {
        return port;
    }

    /** All processor time it has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Asks a process to end, and ends it when it does not. */
    static void end(Process process) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }

    @Override
    public void close() {
        end(process);
    }
}
