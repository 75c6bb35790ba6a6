package dev.tenure.lifecycle.engine;

/**
 * How many accounts of a target one import may close in one way (rule S1).
 *
 * @param percent how many percent of the linked accounts with access, 0 to 100; more than that are held
 * @param minimum how many such accounts the target must have for this to count, 0 or more
 */
public record Safeguard(int percent, int minimum) {

    /** Refuses what makes no sense. */
    public Safeguard {
        if (percent < 0 || percent > 100 || minimum < 0) {
            throw new IllegalArgumentException("percent is " + percent + " and minimum is " + minimum
                    + "; percent must be 0 to 100, and minimum 0 or more");
        }
    }
}
