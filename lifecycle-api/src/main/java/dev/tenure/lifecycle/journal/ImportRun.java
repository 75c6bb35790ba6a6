package dev.tenure.lifecycle.journal;

import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a run amounted to. What was done in detail is in the journal; a listener hears it as it happens.
 *
 * @param id names the run
 * @param kind how it came to be
 * @param startedAt when it began
 * @param finishedAt when it was over
 * @param failure why it could not be finished, in words; empty if it succeeded. A run in which single workers failed
 *     has succeeded (rule S3)
 * @param read how many workers HR returned
 * @param unchanged for how many of them there was nothing to do
 * @param applied how many changes were made, by kind
 * @param failed workers for whom something failed in this run, and did not succeed later in it
 * @param pending workers for whom something waits for a person, after this run
 * @param held what the safeguard holds after this run
 * @param absent linked workers that a full import no longer returned
 * @param notices what else there is to report, at most a thousand
 * @param nextTransition the earliest instant at which something is due with no import (rule H1)
 */
@Value.Builder
public record ImportRun(
        String id,
        ImportKind kind,
        Instant startedAt,
        Instant finishedAt,
        Optional<String> failure,
        int read,
        int unchanged,
        Map<ChangeKind, Integer> applied,
        List<WorkerRef> failed,
        List<WorkerRef> pending,
        List<HeldChanges> held,
        List<WorkerRef> absent,
        List<Notice> notices,
        Optional<Instant> nextTransition) {

    /** Copies the collections. */
    public ImportRun {
        Map<ChangeKind, Integer> copy = new EnumMap<>(ChangeKind.class);
        copy.putAll(applied);
        applied = Collections.unmodifiableMap(copy);
        failed = List.copyOf(failed);
        pending = List.copyOf(pending);
        held = List.copyOf(held);
        absent = List.copyOf(absent);
        notices = List.copyOf(notices);
    }

    /**
     * Starts with nothing.
     *
     * @return a builder
     */
    public static ImportRunBuilder builder() {
        return new ImportRunBuilder();
    }

    /**
     * Says whether the run could be finished.
     *
     * @return true if it was read whole and carried out
     */
    public boolean succeeded() {
        return failure.isEmpty();
    }

    /**
     * Counts changes of one kind.
     *
     * @param change the kind
     * @return how many were made
     */
    public int count(ChangeKind change) {
        return applied.getOrDefault(change, 0);
    }
}
