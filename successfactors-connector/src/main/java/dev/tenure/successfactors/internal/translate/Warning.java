package dev.tenure.successfactors.internal.translate;

/** What is odd about a person and did not stop the reading. */
public enum Warning {
    /** There are e-mails and none is primary (rule M2). */
    NO_PRIMARY_EMAIL,
    /** Several ending records follow one another (rule F5). */
    RECORDS_AFTER_END,
    /** More than one e-mail is primary (rule M2). */
    SEVERAL_PRIMARY_EMAILS,
    /** More than one phone is primary (rule M2). */
    SEVERAL_PRIMARY_PHONES,
    /** The zone of the employment is none (rule S8). */
    UNKNOWN_TIME_ZONE
}
