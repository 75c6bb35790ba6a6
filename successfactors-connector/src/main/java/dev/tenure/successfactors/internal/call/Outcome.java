package dev.tenure.successfactors.internal.call;

/** What an answer means (part E). */
public enum Outcome {
    /** It worked. */
    OK,
    /** Some records of an upsert were refused. */
    PARTIAL,
    /** A value is refused. */
    INVALID_VALUE,
    /** The request is refused as such. */
    INVALID_REQUEST,
    /** The sign-in is refused. */
    CREDENTIALS_REJECTED,
    /** The user may not do this. */
    PERMISSION_MISSING,
    /** There is no such thing. */
    NOT_FOUND,
    /** It may work later. */
    RETRY_LATER,
    /** It is no answer that makes sense. */
    PROTOCOL_VIOLATION
}
