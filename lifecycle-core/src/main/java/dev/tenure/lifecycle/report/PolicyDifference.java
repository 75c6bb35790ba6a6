package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;

/**
 * What another policy would do otherwise for one worker (rule H4). Holds values of the person: shown, never logged.
 *
 * @param worker the worker
 * @param ours the decision under the engine's policy
 * @param theirs the decision under the other policy
 * @param switches the switches of the policy that each alone make a difference, of the decision if there is one, else of the
 *     changes; empty where only several together make it
 * @param onlyOurs the changes that only the engine's policy makes
 * @param onlyTheirs the changes that only the other policy makes
 */
public record PolicyDifference(
        WorkerRef worker,
        Decision ours,
        Decision theirs,
        List<String> switches,
        List<Change> onlyOurs,
        List<Change> onlyTheirs) {

    /** Copies the lists. */
    public PolicyDifference {
        switches = List.copyOf(switches);
        onlyOurs = List.copyOf(onlyOurs);
        onlyTheirs = List.copyOf(onlyTheirs);
    }

    /**
     * Says whether the rules make something else of the employment, now or at the next transition.
     *
     * @return true if the decisions differ
     */
    public boolean decidesOtherwise() {
        return ours.state() != theirs.state()
                || ours.because() != theirs.because()
                || !ours.next().equals(theirs.next());
    }

    /** Names the worker and says nothing of the person. */
    @Override
    public String toString() {
        return "PolicyDifference[" + worker + ", " + switches + "]";
    }
}
