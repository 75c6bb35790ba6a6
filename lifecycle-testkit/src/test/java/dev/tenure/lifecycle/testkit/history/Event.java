package dev.tenure.lifecycle.testkit.history;

/**
 * Something that happens in a random history.
 *
 * @param kind what
 * @param who to which of a handful of people
 * @param days how many days from now a date that belongs to it lies
 * @param variant which of a few values it takes
 */
record Event(Kind kind, int who, int days, int variant) {

    /** Who makes it happen. */
    enum By {
        HR,
        ADMINISTRATOR,
        FAULT,
        TIME,
        ENGINE
    }

    enum Kind {
        HIRE(By.HR),
        RETITLE(By.HR),
        RENAME(By.HR),
        MOVE_HOUSE(By.HR),
        NEW_MANAGER(By.HR),
        JOIN_GROUP(By.HR),
        LEAVE_GROUP(By.HR),
        RENAME_GROUP(By.HR),
        DROP_GROUP(By.HR),
        END(By.HR),
        END_AT_ONCE(By.HR),
        MOVE_END(By.HR),
        RESCIND_END(By.HR),
        RESCIND_HIRE(By.HR),
        MOVE_START(By.HR),
        REHIRE(By.HR),
        REHIRE_AS_ANOTHER(By.HR),
        CONVERT(By.HR),
        SWAP_EMAILS(By.HR),
        SWAP_LOGINS(By.HR),
        PASS_LOGIN_ON(By.HR),
        VANISH(By.HR),
        VENDOR_HIRE(By.HR),
        VENDOR_CHANGE(By.HR),
        VENDOR_END(By.HR),
        REVIVED_BY_HAND(By.ADMINISTRATOR),
        SUSPENDED_BY_HAND(By.ADMINISTRATOR),
        EDITED_BY_HAND(By.ADMINISTRATOR),
        REMOVED_BY_HAND(By.ADMINISTRATOR),
        FAIL_ONCE(By.FAULT),
        REFUSE_ONCE(By.FAULT),
        LOSE_ANSWER(By.FAULT),
        KILL(By.FAULT),
        PASS_TIME(By.TIME),
        FULL(By.ENGINE),
        INCREMENTAL(By.ENGINE),
        REAL_TIME(By.ENGINE),
        REAL_TIME_OF_ALL(By.ENGINE),
        ADVANCE(By.ENGINE),
        PLAN_AND_APPLY(By.ENGINE),
        CONFIRM(By.ENGINE),
        RETRY(By.ENGINE),
        APPROVE(By.ENGINE),
        DISCARD(By.ENGINE);

        private final By by;

        Kind(By by) {
            this.by = by;
        }

        By by() {
            return by;
        }
    }

    boolean isBy(By some) {
        return kind.by() == some;
    }

    /** Short, so that a shrunk history reads as a story. */
    @Override
    public String toString() {
        return kind + "(" + who + (days < 0 ? ", " : ", +") + days + "d, v" + variant + ")";
    }
}
