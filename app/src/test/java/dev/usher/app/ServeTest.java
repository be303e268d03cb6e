package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.usher.core.adapter.Listener;
import dev.usher.core.adapter.StoreFactory;
import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a service starts, what it leaves beside its store, and that it takes everything away again. */
class ServeTest {
    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore();
    private final List<String> happened = new ArrayList<>();

    /** A store in a folder and a listener that only notes down what is asked of it. */
    private final class Noting extends AbstractModule implements Listener {
        private final URI url;

        Noting(String url) {
            this.url = URI.create(url);
        }

        @Override
        protected void configure() {
            MapBinder.newMapBinder(binder(), String.class, StoreFactory.class)
                    .addBinding("jdbc:trial:")
                    .toInstance((address, settings) -> new NotingStore());
            bind(Listener.class).toInstance(this);
        }

        @Override
        public URI start() {
            if (url.getPort() == 1) {
                throw new UncheckedIOException(new BindException("cannot listen on port 1: it is taken"));
            }
            happened.add("listener started");
            return url;
        }

        @Override
        public void close() {
            happened.add("listener closed");
        }
    }

    private final class NotingStore implements Store {
        private final KeptOpen kept = new KeptOpen(store);

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return kept.read(work);
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return kept.write(work);
        }

        @Override
        public void close() {
            happened.add("store closed");
        }
    }

    private String url() {
        return "jdbc:trial:file:" + folder.resolve("usher");
    }

    @Test
    void aServiceSaysItsAddressLeavesItBesideTheStoreAndTakesItAwayAtTheEnd() {
        List<Optional<ServiceFile>> left = new ArrayList<>();

        Trial.Result result = Trial.with(new Noting("http://127.0.0.1:4711"))
                .whileServing(shown -> left.add(ServiceFile.findIn(folder)))
                .run("serve", "--store", url());

        assertThat(result.status()).isZero();
        assertThat(result.out()).isEqualToIgnoringNewLines("usher listens at http://127.0.0.1:4711");
        assertThat(left).singleElement().satisfies(note -> {
            assertThat(note.orElseThrow().url()).isEqualTo(URI.create("http://127.0.0.1:4711"));
            assertThat(note.orElseThrow().secret()).startsWith("usher_");
            assertThat(note.orElseThrow().pid())
                    .isEqualTo(ProcessHandle.current().pid());
        });
        assertThat(ServiceFile.findIn(folder)).isEmpty();
        assertThat(happened).containsExactly("listener started", "listener closed", "store closed");
    }

    @Test
    void aServiceOnEveryAddressIsFoundOnThisMachinesOwn() {
        List<URI> left = new ArrayList<>();

        Trial.with(new Noting("http://0.0.0.0:4711"))
                .whileServing(shown ->
                        left.add(ServiceFile.findIn(folder).orElseThrow().url()))
                .run("serve", "--store", url());

        assertThat(left).containsExactly(URI.create("http://127.0.0.1:4711"));
    }

    @Test
    void aTakenAddressIsStatusThreeAndLeavesNothingOpen() throws IOException {
        Trial.Result result = Trial.with(new Noting("http://127.0.0.1:1")).run("serve", "--store", url());

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).isEqualToIgnoringNewLines("usher: cannot listen on port 1: it is taken");
        assertThat(happened).containsExactly("store closed");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aStoreThatAServiceHasIsStatusThreeAndNamesTheService() throws IOException {
        Trial second = Trial.with(new TrialAdapters(
                (url, settings) -> {
                    throw new StoreHeld(folder);
                },
                (request, intake, progress) -> {
                    throw new AssertionError();
                }));
        try (TrialService first = new TrialService(asked -> new TrialService.Answer(200, "{}"))) {
            first.note().leaveIn(folder);
            Trial.Result result = second.run("serve", "--store", "trial:");
            assertThat(result.status()).isEqualTo(3);
            assertThat(result.err())
                    .contains(
                            folder.toString(),
                            first.note().url().toString(),
                            "process " + first.note().pid());
        }
        assertThat(second.run("serve", "--store", "trial:").err()).contains("in use by another process");
    }

    @Test
    void theBootstrapTokenOpensAnEmptyStoreToItsFirstOwner() {
        Trial.Result result = Trial.with(new Noting("http://127.0.0.1:4711"))
                .environment(Map.of("USHER_BOOTSTRAP_TOKEN", "0123456789".repeat(4)))
                .run("serve", "--store", url());

        assertThat(result.status()).isZero();
        Trial.Result listed = Trial.with(new Noting("http://127.0.0.1:4711")).run("token", "list", "--store", url());
        assertThat(listed.out()).contains("owner").contains("bootstrap");
    }

    @Test
    void aWeakBootstrapTokenIsStatusTwoAndNothingIsStarted() {
        Trial.Result result = Trial.with(new Noting("http://127.0.0.1:4711"))
                .environment(Map.of("USHER_BOOTSTRAP_TOKEN", "letmein"))
                .run("serve", "--store", url());

        assertThat(result.status()).isEqualTo(2);
        assertThat(happened).containsExactly("store closed");
    }
}
