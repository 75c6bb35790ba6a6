package dev.tenure.lifecycle.report;

/** How a target differs from what the engine would make of it (rule H4). */
public enum DifferenceKind {
    /** The worker has ended, or HR no longer gives access, and the account is open. */
    STILL_OPEN("Account is still open"),
    /** The account is open before the rules let the worker in. */
    OPEN_TOO_EARLY("Account is open before it should be"),
    /** The worker is to have access and has no account. */
    NO_ACCOUNT("Account is missing"),
    /** The worker is to have access and the account is deactivated. */
    CLOSED("Account is closed"),
    /** The worker is to have access and the account is suspended. */
    SUSPENDED("Account is suspended"),
    /** The profile has other values. */
    VALUES("Values differ"),
    /** The account is in other groups. */
    GROUPS("Groups differ"),
    /** It is not clear which account is the worker's. */
    UNCLEAR("It is unclear whose account it is"),
    /** A row of the mapping fails for this worker. */
    UNMAPPED("The mapping fails");

    private final String title;

    DifferenceKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
