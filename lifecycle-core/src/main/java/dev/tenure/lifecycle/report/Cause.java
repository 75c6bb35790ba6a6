package dev.tenure.lifecycle.report;

/** Why something was not updated (rule N1). */
public enum Cause {
    /** A system does not accept the credentials. */
    CREDENTIALS_REJECTED,
    /** The credentials of a system lack a permission. */
    PERMISSION_MISSING,
    /** A system cannot be reached, or its connection test finds a problem. */
    CONNECTION_PROBLEM,
    /** HR brings accounts in once and does not update them (rule A6). */
    UPDATES_OFF,
    /** No row of the mapping gives or reads the attribute. */
    NOT_MAPPED,
    /** The attribute is given by another expression, or is mapped to another attribute. */
    MAPPED_OTHERWISE,
    /** The row applies when the account is created, and never after (rule M5). */
    ON_CREATE_ONLY,
    /** A row of the mapping fails for this worker. */
    MAPPING_FAULT,
    /** The row needs something that was not read from HR. */
    NOT_READ,
    /** The mapped value is the one that was last sent. */
    SAME_AS_SENT,
    /** The value was sent, and somebody changed it at the target since (rule E14). */
    CHANGED_AT_TARGET,
    /** HR removed the value, and the policy or the row keeps what the target has (rule M6). */
    REMOVED_VALUE_KEPT,
    /** The new value belongs to another account and is held (rule E10). */
    KEY_TAKEN,
    /** The worker has no account at the target. */
    NOT_LINKED,
    /** The linked account is gone from the target. */
    ACCOUNT_GONE,
    /** The account is deactivated. */
    USER_DEACTIVATED,
    /** The safeguard holds a change (rule S1). */
    HELD_BY_SAFEGUARD,
    /** A change failed and waits for another try (rule S3). */
    WAITING_AFTER_FAILURE,
    /** A run was cut off in the middle of a change (rule S4). */
    INTERRUPTED,
    /** A person is asked first (part E). */
    WAITING_FOR_DECISION,
    /** The target does not take this worker. */
    OUT_OF_SCOPE,
    /** The value refers to another worker, who has no account yet (rule E11). */
    REFERENCE_WAITS,
    /** The worker was not in the last import. */
    NOT_IN_LAST_IMPORT,
    /** HR does not return the worker. */
    NOT_RETURNED_BY_HR,
    /** The rules do not let the worker in, or not yet (part B). */
    NOT_ELIGIBLE,
    /** The worker has ended: after the end nothing is sent (rule E3). */
    ENDED,
    /** Another record of the same person is in charge (rule D1). */
    OTHER_RECORD_IN_CHARGE,
    /** Nothing is in the way: the next import sends it. */
    WILL_BE_SENT
}
