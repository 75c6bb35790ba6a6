package dev.tenure.simulators.workday;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The end of an employment or contract.
 *
 * @param date the termination date: the last day of the employment
 * @param lastDayOfWork the last day on which the person works
 * @param reason the id of the primary reason
 * @param secondaryReasons the ids of further reasons
 */
public record Termination(
        LocalDate date, Optional<LocalDate> lastDayOfWork, Optional<String> reason, List<String> secondaryReasons) {

    /** Copies the list. */
    public Termination {
        secondaryReasons = List.copyOf(secondaryReasons);
    }

    /**
     * Makes a termination without a reason, whose date is also the last day of work.
     *
     * @param date the termination date
     * @return the termination
     */
    public static Termination on(LocalDate date) {
        return new Termination(date, Optional.of(date), Optional.empty(), List.of());
    }

    /**
     * Sets the last day of work.
     *
     * @param day the day
     * @return the changed termination
     */
    public Termination withLastDayOfWork(LocalDate day) {
        return new Termination(date, Optional.of(day), reason, secondaryReasons);
    }

    /**
     * Sets the primary reason.
     *
     * @param id its id, such as {@code Terminate_Employee_Involuntary_Harassment}
     * @return the changed termination
     */
    public Termination withReason(String id) {
        return new Termination(date, lastDayOfWork, Optional.of(id), secondaryReasons);
    }

    /**
     * Sets the secondary reasons.
     *
     * @param ids their ids
     * @return the changed termination
     */
    public Termination withSecondaryReasons(String... ids) {
        return new Termination(date, lastDayOfWork, reason, List.of(ids));
    }
}
