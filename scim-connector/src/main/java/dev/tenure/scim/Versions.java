package dev.tenure.scim;

/** Whether {@code If-Match} guards what was read before it is written. */
public enum Versions {
    /** Where the service announces that it keeps versions. */
    AS_ANNOUNCED,
    /** Always. */
    USED,
    /** Never. */
    IGNORED
}
