package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.JobRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses among jobs. */
final class Jobs {

    private Jobs() {}

    /** The job that is marked primary; where none is, one that is not marked at all, else the first; null without any. */
    static @Nullable JobRecord primary(WorkerRecord worker) {
        List<JobRecord> jobs = worker.jobs();
        if (jobs == null || jobs.isEmpty()) {
            return null;
        }
        JobRecord unmarked = null;
        for (JobRecord job : jobs) {
            if (job.primary() == null) {
                unmarked = unmarked == null ? job : unmarked;
            } else if (job.primary()) {
                return job;
            }
        }
        return unmarked == null ? jobs.get(0) : unmarked;
    }
}
