package dev.tenure.lifecycle.mapping;

/** What becomes of an attribute at the target when its row gives null (rule M6). */
public enum NullPolicy {
    /** As the lifecycle policy's {@code clearRemovedAttributes} says. */
    FOLLOW_POLICY,
    /** The target keeps the value it has. */
    KEEP,
    /** The target's value is cleared. */
    CLEAR
}
