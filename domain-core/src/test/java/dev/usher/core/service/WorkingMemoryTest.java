package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Work on whole logs never takes more than there is, and always gets its turn. */
class WorkingMemoryTest {
    private static final long BYTES = 1_000_000;

    @Test
    void workAtATimeNeverNeedsMoreThanThereIs() throws InterruptedException, ExecutionException {
        WorkingMemory memory = new WorkingMemory(BYTES);
        AtomicLong taken = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            Random random = new Random(thread);
            running.add(threads.submit(() -> {
                for (int work = 0; work < 500; work++) {
                    long needed = random.nextLong(BYTES * 5 / 4);
                    long most = memory.during(needed, () -> {
                        long together = taken.addAndGet(Math.min(needed, BYTES));
                        Thread.onSpinWait();
                        taken.addAndGet(-Math.min(needed, BYTES));
                        return together;
                    });
                    assertThat(most).isLessThanOrEqualTo(BYTES);
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
        assertThat(taken).hasValue(0);
    }

    @Test
    void whatFitsTogetherIsDoneTogether() throws InterruptedException, ExecutionException {
        WorkingMemory memory = new WorkingMemory(BYTES);
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> running = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            running.add(threads.submit(() -> memory.during(BYTES * 49 / 100, () -> {
                both.countDown();
                try {
                    both.await();
                    return true;
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            })));
        }
        for (Future<Boolean> one : running) {
            assertThat(one.get()).isTrue();
        }
        threads.shutdown();
    }

    @Test
    void whatNeedsMoreThanThereIsIsDoneAllTheSame() {
        assertThat(new WorkingMemory(BYTES).<Integer>during(Long.MAX_VALUE, () -> 1))
                .isEqualTo(1);
        assertThat(new WorkingMemory(0).<Integer>during(0, () -> 2)).isEqualTo(2);
    }

    @Test
    void workThatFailsGivesItsMemoryBack() {
        WorkingMemory memory = new WorkingMemory(BYTES);
        for (int work = 0; work < 3; work++) {
            assertThatThrownBy(() -> memory.during(BYTES, () -> {
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
        }
        assertThat(memory.<Integer>during(BYTES, () -> 3)).isEqualTo(3);
    }
}
