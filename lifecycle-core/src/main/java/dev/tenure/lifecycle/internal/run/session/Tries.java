package dev.tenure.lifecycle.internal.run.session;

import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run tried in vain. However often it looks at a worker, an import tries once: what the last look comes to is what
 * counts, and it counts as one failed try (rule S3). Safe for use by several threads.
 */
public final class Tries {

    private final Map<WorkerRef, Set<String>> failed = new TreeMap<>();
    private final Map<WorkerRef, Map<String, Optional<Failure>>> before = new TreeMap<>();

    /** Something failed for a worker at a system. */
    public synchronized void failed(WorkerRef worker, String system) {
        failed.computeIfAbsent(worker, any -> new TreeSet<>()).add(system);
    }

    /** What may have failed for a worker at a system is tried again by this run, or needs no try any more. */
    public synchronized void again(WorkerRef worker, String system) {
        failed.computeIfPresent(worker, (same, systems) -> {
            systems.remove(system);
            return systems.isEmpty() ? null : systems;
        });
    }

    /** For whom something failed, in order. */
    synchronized List<WorkerRef> failed() {
        return List.copyOf(failed.keySet());
    }

    /** Keeps what had failed for a worker at a target before this run, whose failure takes its place in the store. */
    public synchronized void replaced(WorkerRef worker, String target, Optional<Failure> last) {
        before.computeIfAbsent(worker, any -> new TreeMap<>()).putIfAbsent(target, last);
    }

    /** Whether something failed for a worker at a target in this run, so that what the store has is of this run. */
    public synchronized boolean failedInThisRun(WorkerRef worker, String target) {
        return before.getOrDefault(worker, Map.of()).containsKey(target);
    }

    /**
     * Gives what had failed for a worker at a target before this run.
     *
     * @param stored the failure in the store, which may be of this run by now
     */
    public synchronized Optional<Failure> before(WorkerRef worker, String target, Optional<Failure> stored) {
        return stored.isEmpty() ? stored : before.getOrDefault(worker, Map.of()).getOrDefault(target, stored);
    }
}
