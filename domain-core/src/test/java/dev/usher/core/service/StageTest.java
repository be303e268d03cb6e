package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.store.StoreUnavailable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StageTest {

    @Test
    void aPieceIsDoneWhileTheNextIsPreparedAndNeverTwoAtOnce() throws InterruptedException {
        Stage stage = new Stage("test");
        CountDownLatch prepared = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        stage.begin(() -> await(prepared));
        prepared.countDown();
        for (int piece = 0; piece < 100; piece++) {
            stage.begin(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                done.incrementAndGet();
                running.decrementAndGet();
            });
        }
        stage.awaitDone();
        assertThat(done).hasValue(100);
        assertThat(most).hasValue(1);
    }

    @Test
    void afterAFailureNothingMoreIsDoneAndEveryCallSaysSo() {
        Stage stage = new Stage("test");
        StoreUnavailable down = new StoreUnavailable("down");
        stage.begin(() -> {
            throw down;
        });
        AtomicInteger done = new AtomicInteger();
        assertThatThrownBy(() -> stage.begin(done::incrementAndGet)).isSameAs(down);
        assertThatThrownBy(stage::awaitDone).isSameAs(down);
        assertThat(done).hasValue(0);
    }

    @Test
    void anErrorIsAFailureToo() {
        Stage stage = new Stage("test");
        OutOfMemoryError full = new OutOfMemoryError("pretended");
        stage.begin(() -> {
            throw full;
        });
        assertThatThrownBy(stage::awaitDone).isSameAs(full);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
