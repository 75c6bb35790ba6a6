package dev.tenure.lifecycle.plan;

/** What a host is asked to decide about a worker (part E). */
public enum PendingReason {
    /** No account fits, and creating waits for a yes (E8). */
    NEW,
    /** An account fits exactly, and linking waits for a yes (E7). */
    EXACT_MATCH,
    /** An account agrees in first and last name alone (E9). */
    PARTIAL_MATCH,
    /** The worker is back and the account is deactivated (E4). */
    REACTIVATION,
    /** The login or e-mail belongs to another worker's account, or several accounts fit (E10, D4). */
    CONFLICT
}
