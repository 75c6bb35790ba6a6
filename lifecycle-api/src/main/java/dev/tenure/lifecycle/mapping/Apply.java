package dev.tenure.lifecycle.mapping;

/** When a mapping row applies (rule M5). */
public enum Apply {
    /** When the account is created, never after. */
    ON_CREATE,
    /** When the account is created and whenever it is updated. */
    ALWAYS
}
