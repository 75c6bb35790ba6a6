package dev.tenure.successfactors.options;

/** Which job record makes a pre-hire (rule S4 of the SuccessFactors rules). */
public enum PreHireFrom {
    /** The person's very first record, so that a rehire is never a pre-hire: Okta's way. */
    EARLIEST,
    /** The first record ahead with an active status: who comes back comes in early too. */
    NEXT
}
