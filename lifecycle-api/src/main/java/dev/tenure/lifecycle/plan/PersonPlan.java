package dev.tenure.lifecycle.plan;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;

/**
 * What would be done for one worker, and why.
 *
 * @param worker names the worker
 * @param decision what the rules make of the employment
 * @param changes what would be done, in order
 * @param pending what a person is asked to decide, by target
 * @param notes what else there is to say, in words without values
 */
public record PersonPlan(
        WorkerRef worker,
        Decision decision,
        List<Change> changes,
        Map<String, PendingReason> pending,
        List<String> notes) {

    /** Copies the collections. */
    public PersonPlan {
        changes = List.copyOf(changes);
        pending = Map.copyOf(pending);
        notes = List.copyOf(notes);
    }
}
