package dev.tenure.lifecycle.testkit.contract;

/** How a read of several pages is interrupted. */
public enum Interruption {
    /** The page fails once; the system says that it may be tried again. */
    BUSY,
    /** The page fails however often it is asked for. */
    BROKEN
}
