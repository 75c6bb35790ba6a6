package dev.tenure.lifecycle.source;

/** Contact data of a worker that a target may own and HR is told of (rule F1). */
public enum ContactField {
    /** The primary work e-mail address. */
    WORK_EMAIL,
    /** The primary home e-mail address. */
    HOME_EMAIL,
    /** The work phone. */
    WORK_PHONE,
    /** The home phone. */
    HOME_PHONE,
    /** The mobile phone. */
    MOBILE_PHONE
}
