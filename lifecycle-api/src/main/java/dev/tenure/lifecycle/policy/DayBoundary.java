package dev.tenure.lifecycle.policy;

/** At which end of its day an ordinary end of employment takes effect (rule C1). */
public enum DayBoundary {
    /** The day itself still counts: access closes at the first instant of the next one. */
    END_OF_DAY,
    /** Access closes at the first instant of the day. */
    START_OF_DAY
}
