package dev.usher.app;

import dev.usher.core.Usher;
import dev.usher.core.access.TokenSecret;
import dev.usher.core.adapter.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service that answers requests until it is closed; it closes the engine it was started over. */
final class Service implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Service.class);
    private static final long FOLLOW_EVERY_MILLIS = 500;

    private final URI url;
    private final LocalEngine engine;
    private final Listener listener;
    private final ScheduledExecutorService follower;
    private final Optional<Path> folder;

    private Service(
            URI url, LocalEngine engine, Listener listener, ScheduledExecutorService follower, Optional<Path> folder) {
        this.url = url;
        this.engine = engine;
        this.listener = listener;
        this.follower = follower;
        this.folder = folder;
    }

    /** Starts to answer, and leaves the address for other commands where the store lies in a folder. */
    static Service start(Composition composition, LocalEngine engine) {
        bootstrap(composition, engine.usher());
        TokenSecret secret = TokenSecret.drawnFrom(composition.chance());
        engine.usher().accessTokens().trustOperator(secret);
        Optional<Path> folder = DataFolder.of(composition.settings().text(CoreModule.STORE_URL));
        Listener listener = composition.listener();
        URI url = onThisMachine(listener.start());
        try {
            ServiceFile note = new ServiceFile(
                    url,
                    secret.text(),
                    ProcessHandle.current().pid(),
                    composition.said("http.statistics-path").orElse(""));
            if (folder.isPresent()) {
                note.leaveIn(folder.get());
            }
        } catch (IOException unwritable) {
            listener.close();
            throw new UncheckedIOException(unwritable);
        }
        return new Service(url, engine, listener, follow(engine), folder);
    }

    /** Where it answers, for who is on this machine. */
    URI url() {
        return url;
    }

    /** Lets running requests finish, takes the address away, and closes the engine. */
    @Override
    public void close() {
        try {
            listener.close();
            follower.shutdownNow();
            if (folder.isPresent()) {
                ServiceFile.takeFrom(folder.get());
            }
        } catch (IOException kept) {
            LOGGER.warn("the service's address stays in {}: {}", folder, kept.toString());
        } finally {
            engine.close();
        }
    }

    private static void bootstrap(Composition composition, Usher usher) {
        String secret = composition.settings().text(CoreModule.BOOTSTRAP_TOKEN).strip();
        if (!secret.isEmpty()) {
            boolean made = Refused.unless(usher.accessTokens().bootstrap(secret));
            LOGGER.debug("bootstrap token {}", made ? "set" : "not needed: the store has tokens");
        }
    }

    /** Where several nodes share a store, each hears what the others append, and asks too, for not all is heard. */
    private static ScheduledExecutorService follow(LocalEngine engine) {
        ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "usher-follower");
            thread.setDaemon(true);
            return thread;
        });
        if (engine.isShared()) {
            engine.hear();
            var unused = follower.scheduleWithFixedDelay(
                    () -> followOnce(engine.usher()), FOLLOW_EVERY_MILLIS, FOLLOW_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
        return follower;
    }

    private static void followOnce(Usher usher) {
        try {
            usher.reporting().follow();
        } catch (RuntimeException tryAgainSoon) {
            LOGGER.debug("cannot follow the store", tryAgainSoon);
        }
    }

    /** A listener on all addresses is reached on this machine's own. */
    private static URI onThisMachine(URI url) {
        String host = url.getHost();
        boolean everywhere = "0.0.0.0".equals(host) || "[::]".equals(host) || "[0:0:0:0:0:0:0:0]".equals(host);
        return everywhere ? URI.create("http://127.0.0.1:" + url.getPort()) : url;
    }
}
