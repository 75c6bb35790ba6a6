package dev.tenure.workday.internal.translate;

import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.WorkerKind;
import dev.tenure.workday.internal.wire.Flags;
import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.JobRecord;
import dev.tenure.workday.internal.wire.StatusRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the facts of an employment (parts B and C) out of a record. */
final class Employments {

    private static final String REASON = "Termination_Subcategory_ID";

    private Employments() {}

    /**
     * Reads the facts. Without the block that holds them nothing could be said of the worker, and 'not read' must never
     * look like 'ended'.
     */
    static Employment read(WorkerRecord worker, Optional<String> locationTimeZone, List<EmploymentEvent> timeline) {
        StatusRecord status = worker.status();
        if (status == null) {
            throw new UnreadableRecordException("'Worker_Status_Data' is missing; grant 'Worker Data: Current Staffing"
                    + " Information' (Get) to the integration user's security group and activate pending changes");
        }
        boolean rescinded = flag("Hire_Rescinded", status.hireRescinded(), false);
        boolean terminated = flag("Terminated", status.terminated(), false);
        boolean active = !rescinded && flag("Active", status.active(), !terminated);
        Optional<LocalDate> hireDate = rescinded ? Optional.empty() : Dates.read("Hire_Date", status.hireDate());
        Optional<LocalDate> terminationDate = Dates.read("Termination_Date", status.terminationDate());
        return Employment.builder()
                .kind(kind(worker))
                .active(active)
                .hasAccount(Accounts.userName(worker) != null)
                .universalId(Optional.ofNullable(worker.universalId()))
                .hireDate(hireDate)
                .firstDayOfWork(rescinded ? Optional.empty() : Dates.read("First_Day_of_Work", status.firstDayOfWork()))
                .terminationDate(terminationDate)
                .lastDayOfWork(Dates.read("Termination_Last_Day_of_Work", status.lastDayOfWork()))
                .inactiveSince(inactiveSince(active, hireDate, terminationDate, status))
                .primaryReason(Optional.ofNullable(reason(status.primaryReason())))
                .secondaryReasons(secondaryReasons(status))
                .preferredTimeZone(Optional.ofNullable(
                        worker.account() == null ? null : worker.account().timeZone()))
                .locationTimeZone(locationTimeZone)
                .timeline(timeline)
                .build();
    }

    /**
     * Since when HR marks the worker inactive. Workday gives the date of the last change of the flag, which is that of an
     * ending only where there was an employment before it; where there is a termination date, that one decides (C7).
     */
    private static Optional<LocalDate> inactiveSince(
            boolean active, Optional<LocalDate> hireDate, Optional<LocalDate> terminationDate, StatusRecord status) {
        if (active || terminationDate.isPresent() || hireDate.isEmpty()) {
            return Optional.empty();
        }
        return Dates.read("Active_Status_Date", status.activeStatusDate()).filter(date -> date.isAfter(hireDate.get()));
    }

    static WorkerKind kind(WorkerRecord worker) {
        if (worker.reference().of(Keys.EMPLOYEE) != null) {
            return WorkerKind.EMPLOYEE;
        }
        JobRecord job = Jobs.primary(worker);
        boolean contingent = worker.reference().of(Keys.CONTINGENT) != null
                || (job != null && job.workerType().of("Contingent_Worker_Type_ID") != null);
        return contingent ? WorkerKind.CONTINGENT : WorkerKind.EMPLOYEE;
    }

    private static List<String> secondaryReasons(StatusRecord status) {
        List<String> reasons = new ArrayList<>(status.secondaryReasons().size());
        for (Ids reference : status.secondaryReasons()) {
            String reason = reason(reference);
            if (reason != null) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    /** A reason is known by its subcategory, else by whatever id a person gave it; an id that Workday made says nothing. */
    private static @Nullable String reason(Ids reference) {
        String reason = reference.of(REASON);
        return reason != null ? reason : reference.ofAnybodyElse();
    }

    private static boolean flag(String element, @Nullable String text, boolean otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (Flags.TRUE.contains(text)) {
            return true;
        }
        if (Flags.FALSE.contains(text)) {
            return false;
        }
        throw new UnreadableRecordException(
                "'" + element + "' is neither true nor false; correct it on the worker's record in Workday");
    }
}
