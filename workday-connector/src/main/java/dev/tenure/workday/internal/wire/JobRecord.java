package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that a worker has. Data of the position is null or empty where the position could not be read.
 *
 * @param primary whether it is the primary one; null where the wire does not say
 * @param positionRead whether there is any data of the position
 * @param businessTitle the title
 * @param workerType the ids of the worker type, such as regular or consultant
 * @param workerTypeName what the worker type is called, in the language of the integration user; null where Workday does not say
 * @param site the place; null where the position has none
 * @param manager the ids of the manager at the last detected change
 * @param organizations organizations that belong to this job
 */
public record JobRecord(
        @Nullable Boolean primary,
        boolean positionRead,
        @Nullable String businessTitle,
        Ids workerType,
        @Nullable String workerTypeName,
        @Nullable SiteRecord site,
        Ids manager,
        List<OrganizationRecord> organizations) {

    /** Prints nothing of the job. */
    @Override
    public String toString() {
        return "JobRecord[]";
    }
}
