package dev.tenure.workday.internal.wire;

import java.util.List;

/**
 * An answer to Get_Workers.
 *
 * @param page the paging block
 * @param workers the workers, in the order of the document
 * @param notFound references that Workday does not know
 */
public record WorkersAnswer(PageRecord page, List<WorkerRecord> workers, List<Ids.Id> notFound) {

    /** Counts, and names nobody. */
    @Override
    public String toString() {
        return "WorkersAnswer[" + page + ", " + workers.size() + " workers]";
    }
}
