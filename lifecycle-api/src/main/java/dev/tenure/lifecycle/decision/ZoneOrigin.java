package dev.tenure.lifecycle.decision;

/** Where the zone comes from in which the day of a worker's end is counted (rule C3). */
public enum ZoneOrigin {
    /** The policy counts days in UTC for everybody. */
    POLICY,
    /** HR said of this very end, or of the employment that it ends, in which zone it is meant (rule C11). */
    TIMELINE,
    /** The worker's preferred zone. */
    PREFERRED,
    /** The zone of the worker's location, since no preferred zone is known. */
    LOCATION,
    /** The policy's fallback, since no zone of the worker is known. */
    FALLBACK
}
