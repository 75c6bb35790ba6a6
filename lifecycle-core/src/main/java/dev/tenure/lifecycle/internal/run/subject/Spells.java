package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.decide.Decider;
import java.time.LocalDate;

/** What the dates of the records of one person say of each other (rules A7, D2, D3). Pure. */
public final class Spells {

    private final Decider decider;

    public Spells(Decider decider) {
        this.decider = decider;
    }

    /** Whether a record has ended, and had begun before. */
    public boolean wasAtWork(Subject record) {
        return record.state() == LifecycleState.TERMINATED && decider.hadBegun(record.employment());
    }

    /** Whether a record decides something about the person: it gives access, or has done so. */
    public boolean isOrWasAtWork(Subject record) {
        return record.state().hasAccess() || wasAtWork(record);
    }

    /** The first day without work after a record that ended; the first of all days where none is known. */
    public LocalDate firstInactiveDay(Subject ended) {
        return decider.firstInactiveDay(ended.employment()).orElse(LocalDate.MIN);
    }

    /** Whether a record begins after a gap, and so on its own start date and no earlier (rule D3). */
    public boolean hasGap(Subject ended, Subject successor) {
        LocalDate firstInactiveDay = firstInactiveDay(ended);
        return successor
                .employment()
                .hireDate()
                .filter(day -> !day.isAfter(firstInactiveDay))
                .isEmpty();
    }
}
