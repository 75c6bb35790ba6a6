package dev.tenure.lifecycle.policy;

/** What makes a provisioning group the same group from one import to the next (rule G4). */
public enum GroupIdentity {
    /** Its name: a renamed group is another group. */
    NAME,
    /** Its reference id: a renamed group is renamed in place. */
    REFERENCE_ID
}
