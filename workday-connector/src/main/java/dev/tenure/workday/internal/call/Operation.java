package dev.tenure.workday.internal.call;

/** What is asked of Workday, in the words of messages, and the permission that it needs. */
public enum Operation {
    /** Asks Workday's time. */
    SERVER_TIME("get server timestamp", "access to the web service 'Human Resources (Public)'"),
    /** Reads workers. */
    WORKERS(
            "get workers",
            "'Worker Data: Public Worker Reports' and 'Worker Data: Current Staffing Information' (Get)"),
    /** Reads locations. */
    LOCATIONS("get locations", "'Manage: Location' (Get), or switch 'locationTimeZones' off,"),
    /** Reads provisioning groups. */
    GROUPS("get provisioning groups", "'External Account Provisioning' (Get), or switch 'groups' off,"),
    /** Reads home contact data. */
    HOME_CONTACT_READ("get home contact information", "'Person Data: Home Contact Information' (Get)"),
    /** Changes work contact data. */
    WORK_CONTACT(
            "change work contact information",
            "'Person Data: Work Contact Information' (Put) and, in the business process policy 'Work Contact Change', the"
                    + " web service as initiating action"),
    /** Changes home contact data. */
    HOME_CONTACT(
            "change home contact information",
            "'Person Data: Home Contact Information' (Put) and, in the business process policy 'Home Contact Change', the"
                    + " web service as initiating action");

    private final String label;
    private final String permission;

    Operation(String label, String permission) {
        this.label = label;
        this.permission = permission;
    }

    /**
     * Gives the words for messages and events.
     *
     * @return such as {@code get workers}
     */
    public String label() {
        return label;
    }

    String permission() {
        return permission;
    }
}
