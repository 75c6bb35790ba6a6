package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.JobRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.List;
import java.util.Optional;

/** Chooses among jobs. */
final class Jobs {

    private Jobs() {}

    /** The job that is marked primary; where none is, one that is not marked at all, else the first. */
    static Optional<JobRecord> primary(WorkerRecord worker) {
        List<JobRecord> jobs = worker.jobs();
        if (jobs == null || jobs.isEmpty()) {
            return Optional.empty();
        }
        JobRecord unmarked = null;
        for (JobRecord job : jobs) {
            if (job.primary() == null) {
                unmarked = unmarked == null ? job : unmarked;
            } else if (job.primary()) {
                return Optional.of(job);
            }
        }
        return Optional.of(unmarked == null ? jobs.get(0) : unmarked);
    }
}
