package dev.tenure.lifecycle.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** Runs something in several threads that begin together. */
final class Threads {

    private static final int PATIENCE_SECONDS = 60;

    private Threads() {}

    static <T> List<T> together(int threads, Callable<T> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier barrier = new CyclicBarrier(threads);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(() -> {
                    barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException failed) {
            return Assertions.fail("several threads at once: " + failed.getCause(), failed.getCause());
        } catch (Exception interrupted) {
            return Assertions.fail("several threads at once did not come to an end: " + interrupted, interrupted);
        } finally {
            executor.shutdownNow();
        }
    }
}
