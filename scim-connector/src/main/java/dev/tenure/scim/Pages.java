package dev.tenure.scim;

/** How listings are paged. */
public enum Pages {
    /** By cursor where the service announces that it prefers cursors; otherwise by index. */
    AS_ANNOUNCED,
    /** By {@code startIndex} (RFC 7644). */
    INDEX,
    /** By {@code cursor} (RFC 9865). */
    CURSOR
}
