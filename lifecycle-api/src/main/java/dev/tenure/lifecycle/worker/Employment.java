package dev.tenure.lifecycle.worker;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The facts of an employment on which every decision rests: dates, flags, reasons and zones, and nothing else of the
 * person. It is the only part of a {@link Worker} that a store may keep (rule S7). Dates are calendar dates as HR has
 * them; which instant they mean is decided later.
 *
 * @param kind employee or contingent worker
 * @param active whether HR marks the worker active; a pre-hire is usually not
 * @param hasAccount whether the worker has an account in the HR system itself (rule B2)
 * @param universalId what two records of one person share (rule D1)
 * @param hireDate the most recent hire date, or contract start
 * @param firstDayOfWork the first day of work
 * @param terminationDate the last day of the employment
 * @param lastDayOfWork the last day on which the person works, which may be earlier
 * @param inactiveSince the first day on which HR marks the worker inactive, where it gives one
 * @param primaryReason the id of the primary termination reason
 * @param secondaryReasons the ids of further termination reasons
 * @param preferredTimeZone the zone that the worker chose, as HR writes it
 * @param locationTimeZone the zone of the worker's location, as HR writes it
 * @param timeline further events that HR knows, by date (rule C11)
 */
@Value.Builder
public record Employment(
        WorkerKind kind,
        boolean active,
        boolean hasAccount,
        Optional<String> universalId,
        Optional<LocalDate> hireDate,
        Optional<LocalDate> firstDayOfWork,
        Optional<LocalDate> terminationDate,
        Optional<LocalDate> lastDayOfWork,
        Optional<LocalDate> inactiveSince,
        Optional<String> primaryReason,
        List<String> secondaryReasons,
        Optional<String> preferredTimeZone,
        Optional<String> locationTimeZone,
        List<EmploymentEvent> timeline) {

    /** Copies the lists and puts the events in order, so that the same facts in another order are equal (rule A8). */
    public Employment {
        secondaryReasons = sorted(secondaryReasons);
        timeline = sorted(timeline);
    }

    /** Most people have none, so that nothing need be sorted for them. */
    private static <T> List<T> sorted(List<T> values) {
        return values.size() < 2
                ? List.copyOf(values)
                : values.stream().sorted().distinct().toList();
    }

    /**
     * Starts with an active employee who has an account and no date.
     *
     * @return a builder
     */
    public static EmploymentBuilder builder() {
        return new EmploymentBuilder().kind(WorkerKind.EMPLOYEE).active(true).hasAccount(true);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Employment[" + kind + "]";
    }
}
