package dev.tenure.successfactors.internal.call;

/** What is asked of SuccessFactors, and which permission it takes. */
public enum Operation {
    /** Gets a token. */
    SIGN_IN("sign in", "'Manage OAuth2 Client Applications'"),
    /** Reads what may be read. */
    METADATA("read metadata", "'OData API' under 'Manage Integration Tools'"),
    /** Reads people. */
    PEOPLE("read people", "'Employee Central OData API (read-only)' and view of person, employment, e-mail and phone"),
    /** Reads job information. */
    JOBS("read job information", "view of job information with its history"),
    /** Reads what changed. */
    CHANGES("read changes", "'Employee Central OData API (read-only)' and view of job information with its history"),
    /** Reads picklists. */
    PICKLISTS("read picklists", "'picklists_sys_admin' (Picklist Management and Picklists Mappings Set Up)"),
    /** Reads contact data. */
    CONTACT("read contact data", "view of e-mail and phone information"),
    /** Writes contact data. */
    WRITE_BACK(
            "write back contact data",
            "'Employee Central OData API (editable)' and edit of e-mail and phone information");

    private final String label;
    private final String permission;

    Operation(String label, String permission) {
        this.label = label;
        this.permission = permission;
    }

    /**
     * Gives the words for messages and events.
     *
     * @return the words
     */
    public String label() {
        return label;
    }

    String permission() {
        return permission;
    }
}
