package dev.tenure.lifecycle.policy;

/** Whether HR goes on managing the users that it brought in (rule A6). */
public enum Sourcing {
    /** HR manages the users it created: creates, updates, terminations, returns. */
    PROFILE_SOURCE,
    /** Users and groups are created or linked once and then left alone. */
    IMPORT_ONLY
}
