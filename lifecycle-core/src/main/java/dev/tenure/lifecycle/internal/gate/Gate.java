package dev.tenure.lifecycle.internal.gate;

import dev.tenure.lifecycle.policy.LifecyclePolicy;

/** The safeguard: lets the closings of a bulk run through, or holds all of them (rule S1). Pure. */
public final class Gate {

    private final int percent;
    private final int minimum;

    /**
     * Prepares the gate of a policy.
     *
     * @param policy says how much may pass
     */
    public Gate(LifecyclePolicy policy) {
        this.percent = policy.safeguardPercent();
        this.minimum = policy.safeguardMinimum();
    }

    /**
     * Says whether closings are held.
     *
     * @param closings how many accounts of a target a run would close
     * @param withAccess how many linked accounts of that target are not deactivated, these included
     * @return true if none of them may be made now; more than the percentage holds, exactly the percentage passes
     */
    public boolean holds(int closings, int withAccess) {
        return withAccess >= minimum && 100L * closings > (long) percent * withAccess;
    }
}
