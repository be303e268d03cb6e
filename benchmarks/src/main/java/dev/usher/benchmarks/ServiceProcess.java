package dev.usher.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code usher serve} as a person starts it, in a process of its own over the embedded store in a folder. */
final class ServiceProcess implements AutoCloseable {
    private static final String LISTENS = "usher listens at ";
    private static final String TOKEN = "a-token-for-benchmarks-of-forty-letters-or-so";

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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
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
