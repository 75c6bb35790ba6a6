package dev.tenure.scim;

/** Whether changes that belong together go in one bulk call (RFC 7644, 3.7). */
public enum Bulk {
    /** Where the service announces bulk calls, and takes that many operations in one. */
    AS_ANNOUNCED,
    /** Never. */
    NEVER
}
