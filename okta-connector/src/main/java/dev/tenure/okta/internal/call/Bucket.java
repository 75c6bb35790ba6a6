package dev.tenure.okta.internal.call;

/** The rate limits that Okta counts apart, by the rows of its published table. Lifecycle calls have none: they are the rest. */
enum Bucket {
    USERS,
    READ_USER,
    WRITE_USER,
    GROUPS,
    GROUP,
    APPS,
    REST
}
