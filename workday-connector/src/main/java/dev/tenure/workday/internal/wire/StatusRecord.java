package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an employment stands. Flags and dates are text as it is on the wire, null where the element is missing or empty.
 *
 * @param active whether the worker is active
 * @param activeStatusDate since when
 * @param hireDate the most recent hire
 * @param firstDayOfWork the first day of work
 * @param terminated whether the worker is terminated
 * @param terminationDate the most recent termination
 * @param lastDayOfWork the last day of work
 * @param hireRescinded whether the hire was taken back
 * @param primaryReason the ids of the primary reason
 * @param secondaryReasons the ids of each secondary reason
 */
public record StatusRecord(
        @Nullable String active,
        @Nullable String activeStatusDate,
        @Nullable String hireDate,
        @Nullable String firstDayOfWork,
        @Nullable String terminated,
        @Nullable String terminationDate,
        @Nullable String lastDayOfWork,
        @Nullable String hireRescinded,
        Ids primaryReason,
        List<Ids> secondaryReasons) {

    /** Prints nothing of the employment. */
    @Override
    public String toString() {
        return "StatusRecord[]";
    }
}
