package dev.tenure.okta;

/** When Okta sends its activation mail to a person. */
public enum ActivationMail {
    /** To whoever gets a new account, by Okta's own rule; not to whoever comes back. One call makes an account. */
    FOR_NEW_ACCOUNTS,
    /** To whoever gets a new account and to whoever comes back. */
    ALWAYS,
    /** Never: the organisation lets people in by other means. Two calls make an account. */
    NEVER
}
