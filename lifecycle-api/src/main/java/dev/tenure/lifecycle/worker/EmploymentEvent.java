package dev.tenure.lifecycle.worker;

import java.time.LocalDate;

/**
 * A future event that HR already knows, beside the hire and termination dates of the employment itself (rule C11).
 *
 * @param kind what happens
 * @param on the calendar date on which it happens: the first day of a hire, the last day of an employment
 */
public record EmploymentEvent(Kind kind, LocalDate on) implements Comparable<EmploymentEvent> {

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
        int byDate = on.compareTo(other.on);
        return byDate != 0 ? byDate : kind.compareTo(other.kind);
    }
}
