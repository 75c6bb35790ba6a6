package dev.tenure.workday;

/**
 * What the attribute {@code accountType} is taken from (rule M1). It comes with the position, and a worker whose position is
 * not readable has none.
 */
public enum AccountTypeField {
    /** The id of the worker type, such as {@code Regular} or {@code Consultant}: it is the same in every language. */
    WORKER_TYPE_ID,
    /** The name of the worker type, in the language of the integration user; its id where Workday gives no name. */
    WORKER_TYPE_NAME,
    /** {@code Employee} or {@code Contingent Worker}. */
    WORKER_KIND
}
