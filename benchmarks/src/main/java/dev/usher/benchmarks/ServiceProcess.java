package dev.usher.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code usher serve} as a person starts it, in a process of its own over the embedded store in a folder. */
final class ServiceProcess implements AutoCloseable {
    private static final String LISTENS = "usher listens at ";
    private static final String TOKEN = "a-token-for-benchmarks-of-forty-letters-or-so";

    /** How many operations a call has that appends. */
    static final int OPERATIONS = 100;

    private static final int CLIENTS = 4;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final long begin;
    private final URI url;

    private ServiceProcess(Process process, long begin, URI url) {
        this.process = process;
        this.begin = begin;
        this.url = url;
    }

    /** Starts it and waits for its address. */
    static ServiceProcess start(Bench bench, Path folder) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        bench.checkout().resolve("usher").toString(),
                        "serve",
                        "--store",
                        "jdbc:hsqldb:file:" + folder.toAbsolutePath().resolve("usher"),
                        "--port",
                        "0")
                .redirectErrorStream(true);
        command.environment().put("USHER_BOOTSTRAP_TOKEN", TOKEN);
        long begin = System.nanoTime();
        Process process = command.start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENS)) {
                inBackground(() -> lines.transferTo(Writer.nullWriter()));
                return new ServiceProcess(process, begin, URI.create(line.substring(LISTENS.length())));
            }
            said.append(line).append('\n');
        }
        process.destroyForcibly();
        throw new IOException("usher serve ended: " + said);
    }

    /** From the start of the process until it says that it is ready. */
    double secondsUntilReady() throws IOException, InterruptedException {
        while (get("/health/ready").statusCode() != 200) {
            Thread.onSpinWait();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** How long the first question about an event takes, whose answer is known. */
    double secondsToAnswer(String event, long total) throws IOException, InterruptedException {
        long asked = System.nanoTime();
        HttpResponse<String> answer =
                get("/organizer/report/events/statistics?eventIds=" + event + "&dateTime=2100-01-01T00:00:00.000Z");
        double seconds = (System.nanoTime() - asked) / 1e9;
        if (answer.statusCode() != 200 || !answer.body().contains("\"totalTickets\":" + total + ",")) {
            throw new IOException(
                    "expected " + total + " tickets, and the answer is " + answer.statusCode() + " " + answer.body());
        }
        return seconds;
    }

    /**
     * Kills it as {@code kill -9} does while it takes in operations of an event from several clients.
     *
     * @param appends how many calls of {@link #OPERATIONS} operations it must have acknowledged before
     */
    void killAmidAppends(String event, int appends) throws IOException, InterruptedException {
        AtomicInteger acknowledged = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            String device = "gate " + client;
            clients.add(inBackground(() -> {
                for (long call = 0; ; call++) {
                    append(event, device, call);
                    if (acknowledged.incrementAndGet() == appends) {
                        process.destroyForcibly();
                    }
                }
            }));
        }
        for (Thread client : clients) {
            client.join();
        }
        process.destroyForcibly();
        process.waitFor();
        if (acknowledged.get() < appends) {
            throw new IOException("usher serve acknowledged " + acknowledged + " of " + appends + " appends");
        }
    }

    private void append(String event, String device, long call) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (int operation = 0; operation < OPERATIONS; operation++) {
            lines.append("{\"event_id\":\"").append(event);
            lines.append("\",\"ticket_id\":\"").append(device).append(' ').append(call * OPERATIONS + operation);
            lines.append("\",\"operation\":\"issued\",\"occurred_at\":\"2026-07-03T22:31:05Z\",\"device_id\":\"");
            lines.append(device).append("\"}\n");
        }
        HttpResponse<String> answer = client.send(
                request("/usher/v1/ticket-operations")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(lines.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("usher serve refuses operations: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** What a thread does until the service is gone. */
    @FunctionalInterface
    private interface WhileItRuns {
        void run() throws IOException, InterruptedException;
    }

    private static Thread inBackground(WhileItRuns work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException gone) {
                // Whoever killed it knows; whoever did not sees it where its answer is missing.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + TOKEN);
    }

    /** Asks it to stop, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
