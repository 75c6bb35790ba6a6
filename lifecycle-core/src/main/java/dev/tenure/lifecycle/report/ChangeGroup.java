package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.plan.ChangeKind;

/** Changes that stand together on a page, what takes access first. */
enum ChangeGroup {
    ENDS("ends", "Access ends", "bad"),
    NEW("new", "New accounts", "good"),
    BACK("back", "Access returns", "good"),
    LINKED("linked", "Accounts linked", "calm"),
    UPDATED("updated", "Profile updates", "info"),
    MOVED("moved", "Moved", "calm"),
    MEMBERS("members", "Group memberships", "calm"),
    GROUPS("groups", "Groups", "calm"),
    HR("hr", "Written back to HR", "info");

    private final String id;
    private final String title;
    private final String tone;

    ChangeGroup(String id, String title, String tone) {
        this.id = id;
        this.title = title;
        this.tone = tone;
    }

    static ChangeGroup of(ChangeKind kind) {
        return switch (kind) {
            case DEACTIVATE, SUSPEND, DELETE -> ENDS;
            case CREATE -> NEW;
            case REACTIVATE, UNSUSPEND -> BACK;
            case LINK -> LINKED;
            case UPDATE -> UPDATED;
            case MOVE -> MOVED;
            case MEMBER_ADD, MEMBER_REMOVE -> MEMBERS;
            case GROUP_CREATE, GROUP_RENAME, GROUP_DELETE -> GROUPS;
            case WRITE_BACK -> HR;
        };
    }

    /** A word for a change that stands under its group. */
    static String word(ChangeKind kind) {
        return switch (kind) {
            case MEMBER_ADD -> "Join";
            case MEMBER_REMOVE -> "Leave";
            case GROUP_CREATE -> "New group";
            case GROUP_RENAME -> "Rename";
            case GROUP_DELETE -> "Gone";
            default -> Words.title(kind);
        };
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String tone() {
        return tone;
    }
}
