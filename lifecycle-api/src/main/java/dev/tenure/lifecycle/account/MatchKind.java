package dev.tenure.lifecycle.account;

/** How a worker who is not linked yet fits the accounts of a target (part E). */
public enum MatchKind {
    /** No account fits: the worker is new (E1, E8). */
    NONE,
    /** One account has the login, the e-mail or a configured key of the worker (E7). */
    EXACT,
    /** An account agrees in first and last name alone (E9). */
    PARTIAL,
    /** What would fit belongs to another worker, or several accounts fit (E10, D4). */
    CONFLICT
}
