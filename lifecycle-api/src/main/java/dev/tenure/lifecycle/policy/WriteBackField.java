package dev.tenure.lifecycle.policy;

/** Contact data that may be written back to HR (rule F1). */
public enum WriteBackField {
    /** E-mail addresses. */
    EMAIL,
    /** Phone numbers. */
    PHONE
}
