package dev.tenure.lifecycle.internal.gate;

/** The safeguard: lets the closings of a bulk run through, or holds all of them (rule S1). Pure. */
public final class Gate {

    private final int percent;
    private final int minimum;

    /**
     * Prepares a gate.
     *
     * @param percent how many percent of the linked accounts with access may pass
     * @param minimum how many such accounts there must be for it to count
     */
    public Gate(int percent, int minimum) {
        this.percent = percent;
        this.minimum = minimum;
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
