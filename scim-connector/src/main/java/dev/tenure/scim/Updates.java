package dev.tenure.scim;

/** How users and groups are changed. */
public enum Updates {
    /** By PATCH where the service announces it, or announces nothing; otherwise by PUT. */
    AS_ANNOUNCED,
    /** By PATCH, whatever the service announces. */
    PATCH,
    /** By PUT of the whole resource as it was just read, whatever the service announces. */
    PUT
}
