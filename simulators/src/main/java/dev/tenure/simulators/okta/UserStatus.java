package dev.tenure.simulators.okta;

/** The statuses of an Okta user, by their own names. */
public enum UserStatus {
    /** Made, and not activated. */
    STAGED,
    /** Activated, and without a password so far. */
    PROVISIONED,
    /** In use. */
    ACTIVE,
    /** Resetting the password. */
    RECOVERY,
    /** The password has expired. */
    PASSWORD_EXPIRED,
    /** Locked after wrong passwords. */
    LOCKED_OUT,
    /** Suspended by an administrator. */
    SUSPENDED,
    /** Deactivated. */
    DEPROVISIONED
}
