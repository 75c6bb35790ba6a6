package dev.tenure.lifecycle.testkit;

/**
 * The process dies here. An error and no exception, so that nothing that isolates the failure of one worker catches it: a
 * run that is hit ends as if it had been killed.
 */
public final class SimulatedCrash extends Error {

    private static final long serialVersionUID = 1L;

    /**
     * Dies.
     *
     * @param where between which steps, in words
     */
    public SimulatedCrash(String where) {
        super("The process was killed " + where + ", as the test asked");
    }
}
