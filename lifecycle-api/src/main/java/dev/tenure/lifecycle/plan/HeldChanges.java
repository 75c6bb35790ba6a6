package dev.tenure.lifecycle.plan;

import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;

/**
 * Changes of one kind that the safeguard holds, or would hold, at one target (rule S1).
 *
 * @param target the target's name
 * @param kind what is held
 * @param count how many were held together
 * @param of how many linked accounts with access the target had then
 * @param workers the workers for whom something is still held
 */
public record HeldChanges(String target, ChangeKind kind, int count, int of, List<WorkerRef> workers) {

    /** Copies the list. */
    public HeldChanges {
        workers = List.copyOf(workers);
    }
}
