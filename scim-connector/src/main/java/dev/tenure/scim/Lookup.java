package dev.tenure.scim;

/** How users are found by key. */
public enum Lookup {
    /** By filter where the service announces filters, or announces nothing; otherwise by listing. */
    AS_ANNOUNCED,
    /** By filter, whatever the service announces. */
    FILTER,
    /** By listing all users and comparing, whatever the service announces. */
    LISTING
}
