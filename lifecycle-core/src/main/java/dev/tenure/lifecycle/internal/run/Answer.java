package dev.tenure.lifecycle.internal.run;

/** What a run found out about a create that was cut off, or whose answer was lost (rule S4). */
enum Answer {
    /** The account is there: the worker counts as linked to it. */
    MADE,
    /** No account came of it. */
    NOT_MADE,
    /** Several accounts may have come of it, so that a person has to say which. */
    UNCLEAR
}
