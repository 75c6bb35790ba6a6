package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker as it is on the wire. A block that is missing there is null here, which means that it was not read.
 *
 * @param reference the ids of the record
 * @param universalId what all records of one person share
 * @param workerId the employee or contingent worker id, without its type
 * @param userId the name of the account
 * @param person personal data
 * @param jobs the jobs; null where there are no employment data at all
 * @param status where the employment stands
 * @param contractEndDate when the contract ends, as it is on the wire
 * @param organizations organizations of all jobs
 * @param managers the ids of the managers, from the top of the chain down, the first one of each level
 * @param overrides fields of the field override service
 * @param account the account
 * @param groups provisioning groups
 * @param log what the transaction log has
 */
public record WorkerRecord(
        Ids reference,
        @Nullable String universalId,
        @Nullable String workerId,
        @Nullable String userId,
        @Nullable PersonRecord person,
        @Nullable List<JobRecord> jobs,
        @Nullable StatusRecord status,
        @Nullable String contractEndDate,
        @Nullable List<OrganizationRecord> organizations,
        @Nullable List<Ids> managers,
        List<OverrideRecord> overrides,
        @Nullable AccountRecord account,
        @Nullable List<GroupRecord> groups,
        List<LogRecord> log) {

    /** Prints nothing of the person. */
    @Override
    public String toString() {
        return "WorkerRecord[]";
    }
}
