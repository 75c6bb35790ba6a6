package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Optional;

/** Finds out whether a worker was in the last import, and if not, why (rule N1). */
final class LastImport {

    private static final int MOST_RUNS = 100;
    private static final int PAGE = 500;

    private final Settings settings;

    LastImport(Settings settings) {
        this.settings = settings;
    }

    void check(WorkerRef ref, Optional<Subject> stored, boolean returned, Findings findings) {
        List<ImportRun> runs = settings.store().runs(MOST_RUNS);
        Optional<ImportRun> last = runs.stream()
                .filter(run -> run.kind() == ImportKind.FULL || run.kind() == ImportKind.INCREMENTAL)
                .findFirst();
        if (last.isEmpty()) {
            findings.add(
                    Cause.NOT_IN_LAST_IMPORT,
                    ref.source(),
                    "A1",
                    "no full or incremental import has run yet",
                    "run a full import");
            return;
        }
        ImportRun run = last.get();
        run.failure()
                .ifPresent(failure -> findings.add(
                        Cause.NOT_IN_LAST_IMPORT,
                        ref.source(),
                        "A5",
                        "the last import, at " + run.startedAt() + ", was not finished: " + failure,
                        "mend what the message names and run it again"));
        if (stored.isEmpty()) {
            findings.add(
                    Cause.NOT_IN_LAST_IMPORT,
                    ref.source(),
                    "A1",
                    "no import has ever handled this worker",
                    returned ? "run a real-time import of the worker, or a full one" : "see why HR does not return it");
            return;
        }
        // Only the run that read last knows whom it saw.
        boolean knows = runs.stream().filter(one -> one.read() > 0).findFirst().equals(last);
        if (knows && stored.get().isLinked() && isMissing(stored.get(), returned, run)) {
            findings.add(
                    Cause.NOT_IN_LAST_IMPORT,
                    ref.source(),
                    run.kind() == ImportKind.FULL ? "S2" : "A4",
                    run.kind() == ImportKind.FULL
                            ? "the full import at " + run.startedAt() + " did not get the worker from HR"
                            : "the incremental import at " + run.startedAt()
                                    + " did not read the worker: HR reported no"
                                    + " change of it since the import before, which it does not do for an"
                                    + " effective-dated custom attribute alone",
                    returned ? "run a real-time import of the worker, or a full one" : "see why HR does not return it");
        }
    }

    private boolean isMissing(Subject stored, boolean returned, ImportRun run) {
        return run.kind() == ImportKind.FULL
                ? run.absent().contains(stored.ref()) || (!returned && !isListedIfAbsent(stored))
                : !wasSeen(stored.ref(), run);
    }

    /** S2: a full import lists whom it no longer gets; but not who ended before, nor where a source shows only some. */
    private boolean isListedIfAbsent(Subject stored) {
        return stored.state() != LifecycleState.TERMINATED
                && settings.sources().stream()
                        .filter(source -> source.name().equals(stored.ref().source()))
                        .anyMatch(source -> source.describe().seesEveryone());
    }

    /** Goes through the workers that the run did not see, from just before this one on. */
    private boolean wasSeen(WorkerRef ref, ImportRun run) {
        WorkerStateQuery unseen = new WorkerStateQuery.LinkedNotSeen(ref.source(), run.id());
        String before = ref.id().substring(0, ref.id().length() - 1);
        Optional<WorkerRef> after =
                before.isBlank() ? Optional.empty() : Optional.of(new WorkerRef(ref.source(), before));
        List<WorkerRef> page;
        do {
            page = settings.store().names(unseen, after, PAGE);
            for (WorkerRef other : page) {
                if (other.equals(ref)) {
                    return false;
                }
                if (other.compareTo(ref) > 0) {
                    return true;
                }
                after = Optional.of(other);
            }
        } while (page.size() == PAGE);
        return true;
    }
}
