package dev.tenure.lifecycle.journal;

/** What became of a change. */
public enum OutcomeKind {
    /** It was made. */
    APPLIED,
    /** It was already so at the target: success without effect. */
    ALREADY_SO,
    /** It is held: by the safeguard, or because another account has the new login or e-mail. */
    HELD,
    /** A host dropped it. */
    DISCARDED,
    /** It waits for a person to decide. */
    PENDING,
    /** It failed. */
    FAILED,
    /** It was not tried, because something before it did not succeed. */
    SKIPPED
}
