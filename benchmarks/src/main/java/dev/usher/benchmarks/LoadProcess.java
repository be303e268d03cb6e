package dev.usher.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@link Load} in a process of its own, with 64 connections that it keeps. */
final class LoadProcess implements AutoCloseable {
    static final int CONNECTIONS = 64;

    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader outcomes;

    /**
     * Connects to a server.
     *
     * @param target see {@link LoadRequest#of}
     * @param begin the least value that is asked for
     * @param end the greatest
     */
    LoadProcess(ServerProcess server, String target, String token, long begin, long end) throws IOException {
        process = ServerProcess.java(
                        List.of("-Xmx256m", "-XX:+UseSerialGC"),
                        Load.class,
                        "127.0.0.1",
                        Integer.toString(server.port()),
                        Integer.toString(CONNECTIONS),
                        target,
                        token,
                        Long.toString(begin),
                        Long.toString(end))
                .start();
        orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        outcomes = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** All clients ask as fast as they are answered. */
    Load.Outcome closed(double seconds) {
        return order("closed " + seconds);
    }

    /** So many questions a second. */
    Load.Outcome paced(double seconds, long rate) {
        return order("paced " + seconds + " " + rate);
    }

    private Load.Outcome order(String order) {
        try {
            orders.write(order);
            orders.newLine();
            orders.flush();
            String line = outcomes.readLine();
            if (line == null) {
                throw new IOException("the clients have ended with status "
                        + process.onExit().join().exitValue());
            }
            Load.Outcome outcome = Load.Outcome.parse(line);
            if (outcome.errors() > 0) {
                throw new IOException(outcome.errors() + " answers were not 200");
            }
            return outcome;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        ServerProcess.end(process);
    }
}
