package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.wire.StatusRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;

/** Joins two records of one worker that were read as of two days. Pure. */
final class Merge {

    private Merge() {}

    /** The record with the whole status of another. */
    static WorkerRecord withStatus(WorkerRecord worker, StatusRecord status) {
        return new WorkerRecord(
                worker.reference(),
                worker.universalId(),
                worker.workerId(),
                worker.userId(),
                worker.person(),
                worker.jobs(),
                status,
                worker.contractEndDate(),
                worker.organizations(),
                worker.managers(),
                worker.overrides(),
                worker.account(),
                worker.groups(),
                worker.log());
    }

    /** A status with the termination facts of another: dates and reasons. */
    static StatusRecord withTermination(StatusRecord status, StatusRecord termination) {
        return new StatusRecord(
                status.active(),
                status.activeStatusDate(),
                status.hireDate(),
                status.firstDayOfWork(),
                status.terminated(),
                termination.terminationDate(),
                termination.lastDayOfWork(),
                status.hireRescinded(),
                termination.primaryReason(),
                termination.secondaryReasons());
    }
}
