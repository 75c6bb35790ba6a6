package dev.tenure.lifecycle.store.jdbc.hosts;

import dev.tenure.lifecycle.policy.LifecyclePolicy;

/** How the hosts of a story decide. */
enum Policies {
    /** Holds what is too much. */
    CAREFUL(30, 4),
    /** Holds nothing. */
    BOLD(100, 1_000_000);

    private final int percent;
    private final int minimum;

    Policies(int percent, int minimum) {
        this.percent = percent;
        this.minimum = minimum;
    }

    LifecyclePolicy policy() {
        return LifecyclePolicy.recommended()
                .with(policy -> policy.safeguardPercent(percent).safeguardMinimum(minimum));
    }
}
