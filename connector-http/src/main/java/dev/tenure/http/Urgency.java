package dev.tenure.http;

/** Which calls go first when a limit makes them wait (rule S8). */
public enum Urgency {
    /** Ends somebody's access: takes the next permit, and the reserve. */
    URGENT,
    /** Everything else. */
    BULK
}
