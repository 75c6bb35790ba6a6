package dev.tenure.lifecycle.plan;

/** What one change does. Each is one write to a target or, for {@link #WRITE_BACK}, to HR; {@link #LINK} writes to neither. */
public enum ChangeKind {
    /** Makes an account and activates it. */
    CREATE,
    /** Ties a worker to an account that is there already. */
    LINK,
    /** Sends what changed of a profile. */
    UPDATE,
    /** Closes an account. */
    DEACTIVATE,
    /** Opens a closed account again. */
    REACTIVATE,
    /** Blocks an account for the time being. */
    SUSPEND,
    /** Ends a block. */
    UNSUSPEND,
    /** Removes an account for good. */
    DELETE,
    /** Moves an account to another place, such as an organizational unit. */
    MOVE,
    /** Makes a group. */
    GROUP_CREATE,
    /** Gives a group another name. */
    GROUP_RENAME,
    /** Removes a group. */
    GROUP_DELETE,
    /** Puts an account into a group. */
    MEMBER_ADD,
    /** Takes an account out of a group. */
    MEMBER_REMOVE,
    /** Writes contact data to HR. */
    WRITE_BACK;

    /**
     * Says whether the change takes access away from a person.
     *
     * @return true for {@link #DEACTIVATE}, {@link #SUSPEND} and {@link #DELETE}
     */
    public boolean takesAccess() {
        return this == DEACTIVATE || this == SUSPEND || this == DELETE;
    }
}
