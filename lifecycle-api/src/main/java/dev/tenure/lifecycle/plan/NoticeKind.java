package dev.tenure.lifecycle.plan;

/** Things that a run reports and does nothing about. */
public enum NoticeKind {
    /** A full import no longer returned a linked worker (S2). */
    ABSENT,
    /** A named worker was not returned by HR (A3). */
    NOT_RETURNED,
    /** HR returned the same worker twice in one read. */
    DUPLICATE_WORKER,
    /** A worker's record could not be understood. */
    UNREADABLE_WORKER,
    /** A linked worker stopped being eligible without an end (C9). */
    ELIGIBILITY_LOST,
    /** An account fits a worker who has ended and was never linked (C9). */
    ACCOUNT_OF_ENDED_WORKER,
    /** A zone of the worker is none (C3). */
    UNKNOWN_ZONE,
    /**
     * Two records of one person in one source are active at once; the one that is not in charge is left out (D1). That a
     * lower source knows the person, too, is none of it (A7).
     */
    SECOND_RECORD,
    /** A group of the same name was not created by the engine (G1). */
    GROUP_NOT_OWNED,
    /** An attribute at the target differs from what was sent (E14). */
    DRIFT,
    /** A linked account is gone from the target (E14). */
    ACCOUNT_VANISHED,
    /** A status at the target changed behind the engine's back (E14). */
    STATUS_CHANGED,
    /** A login or e-mail belongs to another account and was held (E10). */
    KEY_TAKEN,
    /** The source cannot see everyone, so that absence means nothing. */
    PARTIAL_VIEW,
    /** The import before this one was cut off, and this one starts over (S4). */
    STARTED_OVER,
    /** Another run had the worker in hand; whoever comes next looks at it again. */
    OVERTAKEN
}
