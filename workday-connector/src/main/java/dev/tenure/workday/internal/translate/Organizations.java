package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.JobRecord;
import dev.tenure.workday.internal.wire.OrganizationRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the organizations of a worker by their type. Tenants write the types in different case. */
final class Organizations {

    private Organizations() {}

    static boolean areRead(WorkerRecord worker) {
        JobRecord job = Jobs.primary(worker);
        return worker.organizations() != null
                || (job != null && !job.organizations().isEmpty());
    }

    /** That of the primary job, where jobs have their own, else the first one of the worker. */
    static @Nullable String name(WorkerRecord worker, String type) {
        JobRecord job = Jobs.primary(worker);
        String ofJob = job == null ? null : first(job.organizations(), type);
        if (ofJob != null || worker.organizations() == null) {
            return ofJob;
        }
        return first(worker.organizations(), type);
    }

    private static @Nullable String first(List<OrganizationRecord> organizations, String type) {
        for (OrganizationRecord organization : organizations) {
            if (type.equalsIgnoreCase(organization.type()) && organization.name() != null) {
                return organization.name();
            }
        }
        return null;
    }
}
