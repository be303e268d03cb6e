package dev.usher.app;

import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running {@code serve} inside this JVM; closing it does what SIGTERM does to the program. */
public final class ServiceInProcess implements AutoCloseable {
    private static final long START_SECONDS = 60;
    private static final Pattern ADDRESS = Pattern.compile("http://[\\w.:\\[\\]]+");

    private final URI url;
    private final CountDownLatch toStop;
    private final Thread thread;

    private ServiceInProcess(URI url, CountDownLatch toStop, Thread thread) {
        this.url = url;
        this.toStop = toStop;
        this.thread = thread;
    }

    static ServiceInProcess start(InstantSource clock, String... arguments) {
        CompletableFuture<URI> started = new CompletableFuture<>();
        CountDownLatch toStop = new CountDownLatch(1);
        ProgramInProcess.Output out = new ProgramInProcess.Output();
        ProgramInProcess.Output err = new ProgramInProcess.Output();
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(), out.stream(), err.stream(), Map.of(), false, clock, stop -> {
                    started.complete(address(out.text()));
                    await(toStop);
                    stop.run();
                });
        Program program = new Program(surroundings, ProgramInProcess.adapters());
        Thread thread = new Thread(
                () -> {
                    int status = program.run(arguments);
                    started.completeExceptionally(new AssertionError("serve ended with " + status + ": " + err.text()));
                },
                "serve");
        thread.setDaemon(true);
        thread.start();
        try {
            return new ServiceInProcess(started.get(START_SECONDS, TimeUnit.SECONDS), toStop, thread);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
        } catch (TimeoutException hanging) {
            throw new AssertionError("serve had not started after " + START_SECONDS + " s", hanging);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        toStop.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where a service says, on its first line, that it answers. */
    private static URI address(String printed) {
        Matcher address = ADDRESS.matcher(printed);
        if (!address.find()) {
            throw new AssertionError("serve did not say where it answers: " + printed);
        }
        return URI.create(address.group());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
