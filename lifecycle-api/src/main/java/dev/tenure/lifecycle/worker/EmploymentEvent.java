package dev.tenure.lifecycle.worker;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A future event that HR already knows, beside the hire and termination dates of the employment itself (rule C11).
 *
 * @param kind what happens
 * @param on the calendar date on which it happens: the first day of a hire, the last day of an employment
 * @param timeZone the zone in which that date is meant, where it is not the worker's own, as for the end of a second
 *     employment elsewhere; a {@link Kind#TERMINATION} on the termination date of the employment itself says it for that
 *     date. Where zones do not count by the policy (rule C3), neither does this
 */
public record EmploymentEvent(Kind kind, LocalDate on, Optional<String> timeZone)
        implements Comparable<EmploymentEvent> {

    private static final Comparator<EmploymentEvent> ORDER = Comparator.comparing(EmploymentEvent::on)
            .thenComparing(EmploymentEvent::kind)
            .thenComparing(event -> event.timeZone().orElse(""));

    /**
     * Makes an event whose date is meant in the worker's own zone.
     *
     * @param kind what happens
     * @param on the calendar date on which it happens
     */
    public EmploymentEvent(Kind kind, LocalDate on) {
        this(kind, on, Optional.empty());
    }

    /** What happens at an event. */
    public enum Kind {
        /** An employment begins: {@code on} is its hire date. */
        HIRE,
        /**
         * A person comes back, from an end or from leave, on {@code on}: as a {@link #HIRE}, but without the pre-start
         * interval before it (rule B3).
         */
        RETURN,
        /** An employment ends: {@code on} is its termination date. */
        TERMINATION,
        /** Something else about the worker changes: a transfer, a new title. */
        CHANGE
    }

    @Override
    public int compareTo(EmploymentEvent other) {
        return ORDER.compare(this, other);
    }
}
