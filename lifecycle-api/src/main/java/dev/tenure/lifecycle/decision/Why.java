package dev.tenure.lifecycle.decision;

/** Why a decision is what it is (rule C10). */
public enum Why {
    /** There is no hire date. */
    MISSING_HIRE_DATE("B1"),
    /** There is no first day of work. */
    MISSING_FIRST_DAY_OF_WORK("B1"),
    /** The worker has no account in the HR system, and the policy wants one. */
    NO_SOURCE_ACCOUNT("B2"),
    /** The start is further ahead than the pre-start interval. */
    BEFORE_START_WINDOW("B3"),
    /** The start is ahead, within the pre-start interval. */
    WITHIN_PRE_START_INTERVAL("B3"),
    /** The hire date is reached and no end is. */
    EMPLOYED("B3"),
    /** The employment is over and the interval after it is not. */
    POST_TERMINATION_INTERVAL("C13"),
    /** The termination date is over. */
    TERMINATION_DATE("C1"),
    /** The last day of work is over. */
    LAST_DAY_OF_WORK("C2"),
    /** A termination reason closes access early. */
    IMMEDIATE_REASON("C4"),
    /** HR marks the worker inactive. */
    SOURCE_INACTIVE("C8");

    private final String rule;

    Why(String rule) {
        this.rule = rule;
    }

    /**
     * Names the rule.
     *
     * @return the rule's number in the rule book, such as {@code C4}
     */
    public String rule() {
        return rule;
    }
}
