package dev.usher.conformance;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Does things at once on threads of their own; what hangs becomes a failure that says so. */
final class Concurrently {
    private static final long LIMIT_SECONDS = 60;
    private static final long MOMENT_MILLIS = 200;
    private static final long SOON_MOMENT_MILLIS = 2;
    private static final int SOON_MOMENTS = 2_500;

    private Concurrently() {}

    /** Does all of it at once and gives the results in the same order. */
    static <T> List<T> run(List<Callable<T>> works) {
        ExecutorService threads = Executors.newFixedThreadPool(works.size(), Concurrently::thread);
        try {
            return threads.invokeAll(works, LIMIT_SECONDS, TimeUnit.SECONDS).stream()
                    .map(Concurrently::result)
                    .toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while transactions were running", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Does this on another thread while the caller waits, as another user of the store would. */
    static <T> T aside(Callable<T> work) {
        return run(List.of(work)).get(0);
    }

    /** Waits for the latch a moment only; true when it opened. */
    static boolean withinAMoment(CountDownLatch latch) {
        try {
            return latch.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits some seconds at most until this is so; true as soon as it is. */
    static boolean isSoon(BooleanSupplier condition) {
        CountDownLatch never = new CountDownLatch(1);
        for (int moment = 0; moment < SOON_MOMENTS && !condition.getAsBoolean(); moment++) {
            try {
                boolean unused = never.await(SOON_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return condition.getAsBoolean();
    }

    /** Waits until the latch opens. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened within " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", interrupted);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (CancellationException hanging) {
            throw new AssertionError("a transaction was still running after " + LIMIT_SECONDS + " s", hanging);
        } catch (ExecutionException failed) {
            throw new AssertionError("a concurrent transaction failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a transaction", interrupted);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "contract");
        thread.setDaemon(true);
        return thread;
    }
}
