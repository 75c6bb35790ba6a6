package dev.tenure.lifecycle.failure;

/** What a failure is, seen by what can be done about it. */
public enum FailureKind {
    /** The system is busy, limited or out of reach: the same call may succeed later. */
    RETRY_LATER,
    /** The system does not accept the credentials: nothing else will work either. */
    CREDENTIALS_REJECTED,
    /** The credentials are good, but may not do this. */
    PERMISSION_MISSING,
    /** What the call names is not there. */
    NOT_FOUND,
    /** A value that must be unique belongs to something else. */
    CONFLICT,
    /** The system refuses a value: pointless to try again until the value changes (rule S3). */
    INVALID_VALUE,
    /** The system answered with something that cannot be understood. */
    PROTOCOL_VIOLATION,
    /** A row of the mapping failed for this worker. */
    MAPPING,
    /** An attribute refers to a worker who has no account yet (rule E11). */
    REFERENCE_MISSING
}
