package dev.tenure.lifecycle.internal.run.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Does the same for different workers, overlapping as far as the host's executor lets it. */
public final class Parallel {

    private final Executor executor;

    public Parallel(Executor executor) {
        this.executor = executor;
    }

    /** Returns when all is done. Once one has thrown, no more are begun, and what it threw is thrown when the rest have ended. */
    public <T> void each(Collection<T> items, Consumer<T> work) {
        List<CompletableFuture<Void>> running = new ArrayList<>(items.size());
        for (T item : items) {
            CompletableFuture<Void> one = CompletableFuture.runAsync(() -> work.accept(item), executor);
            running.add(one);
            if (one.isCompletedExceptionally()) {
                break;
            }
        }
        RuntimeException first = null;
        for (CompletableFuture<Void> one : running) {
            try {
                one.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof Error error) {
                    throw error;
                }
                if (first == null) {
                    first = failed.getCause() instanceof RuntimeException problem ? problem : failed;
                }
            } catch (CancellationException cancelled) {
                first = first == null ? cancelled : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
