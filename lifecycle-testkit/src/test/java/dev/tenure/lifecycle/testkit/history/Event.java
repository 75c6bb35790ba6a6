package dev.tenure.lifecycle.testkit.history;

/**
 * Something that happens in a random history.
 *
 * @param kind what
 * @param who to which of a handful of workers
 * @param days how many days from now a date that belongs to it lies
 * @param variant which of a few values it takes
 */
record Event(Kind kind, int who, int days, int variant) {

    enum Kind {
        HIRE,
        RETITLE,
        RENAME,
        TERMINATE,
        RESCIND,
        MOVE_START,
        JOIN_GROUP,
        LEAVE_GROUP,
        CONVERT,
        SWAP_EMAILS,
        REVIVED_BY_HAND,
        SUSPENDED_BY_HAND,
        FAIL_ONCE,
        PASS_TIME,
        FULL,
        INCREMENTAL,
        REAL_TIME,
        ADVANCE
    }
}
