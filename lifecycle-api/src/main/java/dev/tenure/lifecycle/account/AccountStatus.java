package dev.tenure.lifecycle.account;

/** Whether an account can be used, in the terms that all targets share. */
public enum AccountStatus {
    /** Made, and never activated. */
    STAGED,
    /** Usable, or waiting only for its owner (to set a password, to unlock it). */
    ACTIVE,
    /** Blocked by an administrator or a policy for the time being; keeps its groups. */
    SUSPENDED,
    /** Closed. */
    DEACTIVATED
}
