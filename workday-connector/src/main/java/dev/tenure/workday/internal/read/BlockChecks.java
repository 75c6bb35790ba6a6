package dev.tenure.workday.internal.read;

import dev.tenure.lifecycle.source.ConnectionReport.Check;
import dev.tenure.workday.internal.wire.JobRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the parts of workers that the user may not see: Workday leaves a block out without a word when the domain that
 * secures it is not granted. What all workers of a sample lack is taken for that; what a worker may well lack for another
 * reason counts in a larger sample only. Pure.
 */
final class BlockChecks {

    private static final int LARGE = 5;

    /** Which domain it is depends on the tenant. */
    static final String UNKNOWN = "the domain that Workday's report 'View Security for Securable Item' names for it";

    private final ReadSettings settings;

    BlockChecks(ReadSettings settings) {
        this.settings = settings;
    }

    /** Gives a check for each part that is wanted and missing. */
    List<Check> of(List<WorkerRecord> sample) {
        List<Check> missing = new ArrayList<>();
        if (sample.isEmpty()) {
            return missing;
        }
        boolean large = sample.size() >= LARGE;
        check(
                missing,
                sample,
                "read employment facts",
                "'Worker Data: Current Staffing Information'",
                worker -> worker.status() != null);
        check(
                missing,
                sample,
                "read names",
                UNKNOWN,
                worker -> worker.person() != null
                        && (worker.person().legal() != null || worker.person().preferred() != null));
        if (sample.stream().anyMatch(worker -> worker.person() != null)) {
            check(
                    missing,
                    sample,
                    "read e-mail and phone",
                    "'Person Data: Work Contact Information'",
                    worker -> worker.person() != null && worker.person().contact() != null);
        }
        if (large) {
            check(missing, sample, "read positions", "'Worker Data: All Positions'", BlockChecks::hasPosition);
        }
        if (large && sample.stream().anyMatch(BlockChecks::hasPosition)) {
            check(
                    missing,
                    sample,
                    "read business titles",
                    "'Worker Data: Business Title on Worker Profile'",
                    worker -> jobs(worker).stream().anyMatch(job -> job.businessTitle() != null));
        }
        if (large && settings.blocks().contains(Block.ORGANIZATIONS)) {
            check(
                    missing,
                    sample,
                    "read organizations",
                    UNKNOWN,
                    worker -> worker.organizations() != null
                            || jobs(worker).stream()
                                    .anyMatch(job -> !job.organizations().isEmpty()));
        }
        if (large && settings.blocks().contains(Block.MANAGEMENT_CHAIN)) {
            check(missing, sample, "read managers", UNKNOWN, worker -> worker.managers() != null);
        }
        if (large && settings.blocks().contains(Block.PROVISIONING)) {
            check(
                    missing,
                    sample,
                    "read provisioning groups of workers",
                    "'External Account Provisioning'",
                    worker -> worker.groups() != null);
        }
        if (large && sample.stream().anyMatch(worker -> worker.userId() != null)) {
            check(
                    missing,
                    sample,
                    "read preferred time zones",
                    "'Workday Accounts'",
                    worker -> worker.account() != null);
        }
        if (large && settings.integrationSystem().isPresent()) {
            check(
                    missing,
                    sample,
                    "read field overrides",
                    UNKNOWN,
                    worker -> !worker.overrides().isEmpty());
        }
        return missing;
    }

    private void check(
            List<Check> into,
            List<WorkerRecord> sample,
            String feature,
            String domain,
            Predicate<WorkerRecord> isThere) {
        if (sample.stream().noneMatch(isThere)) {
            into.add(Check.lacksPermission(
                    feature,
                    settings.source() + ": " + feature + " failed: all of " + sample.size()
                            + " workers looked at lack it, which is how Workday hides what may not be seen; grant "
                            + domain + " (Get) to the integration user's security group and activate pending security"
                            + " policy changes"));
        }
    }

    private static boolean hasPosition(WorkerRecord worker) {
        return jobs(worker).stream().anyMatch(JobRecord::positionRead);
    }

    private static List<JobRecord> jobs(WorkerRecord worker) {
        List<JobRecord> jobs = worker.jobs();
        return jobs == null ? List.of() : jobs;
    }
}
