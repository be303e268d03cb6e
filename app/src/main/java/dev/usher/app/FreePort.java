package dev.usher.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds a port that nobody listens on, and holds it so that nobody else takes it meanwhile. */
final class FreePort {
    private static final int TRIES = 100;

    private FreePort() {}

    /** The first free port of this machine's own address from a number up, held until it is closed. */
    static ServerSocket from(int first) {
        return IntStream.range(first, first + TRIES)
                .mapToObj(FreePort::held)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new UncheckedIOException(new BindException(
                        "no port from " + first + " to " + (first + TRIES - 1) + " is free; name one")));
    }

    /** This port, held until it is closed; an {@link UncheckedIOException} says why it cannot be had. */
    static ServerSocket exactly(int port) {
        try {
            return open(port);
        } catch (IOException taken) {
            throw new UncheckedIOException(new BindException("port " + port + " cannot be listened on: "
                    + taken.getMessage() + "; choose another one with --port, or leave it out for the first free one"));
        }
    }

    private static Optional<ServerSocket> held(int port) {
        try {
            return Optional.of(open(port));
        } catch (BindException taken) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
