package dev.tenure.lifecycle.report;

/** How a target differs from what the engine would make of it (rule H4). */
public enum DifferenceKind {
    /** The worker has ended, or HR no longer gives access, and the account is open. */
    STILL_OPEN("Still open", "Still open"),
    /** The account is open before the rules let the worker in. */
    OPEN_TOO_EARLY("Open too early", "Too early"),
    /** The worker is to have access and has no account. */
    NO_ACCOUNT("Account missing", "Missing"),
    /** The worker is to have access and the account is deactivated. */
    CLOSED("Account closed", "Closed"),
    /** The worker is to have access and the account is suspended. */
    SUSPENDED("Account suspended", "Suspended"),
    /** The profile has other values. */
    VALUES("Values differ", "Values"),
    /** The account is in other groups. */
    GROUPS("Groups differ", "Groups"),
    /** It is not clear which account is the worker's. */
    UNCLEAR("Owner unclear", "Unclear"),
    /** A row of the mapping fails for this worker. */
    UNMAPPED("Mapping fails", "Unmapped");

    private final String title;
    private final String badge;

    DifferenceKind(String title, String badge) {
        this.title = title;
        this.badge = badge;
    }

    String title() {
        return title;
    }

    String badge() {
        return badge;
    }
}
