package dev.tenure.scim.internal.call;

/** What is called about. */
public enum Kind {
    /** Users. */
    USERS("Users", "user"),
    /** Groups. */
    GROUPS("Groups", "group");

    private final String path;
    private final String one;

    Kind(String path, String one) {
        this.path = path;
        this.one = one;
    }

    String path() {
        return path;
    }

    String one() {
        return one;
    }
}
