package dev.tenure.benchmarks.start;

import dev.tenure.benchmarks.okta.SdkStart;

/** Starts the vendor's SDK, lists one user, and says what that took. */
public final class FirstUser {

    private FirstUser() {}

    /**
     * Lists.
     *
     * @param arguments none
     * @throws Exception if there is no user
     */
    public static void main(String[] arguments) throws Exception {
        SdkStart.listOne();
        Spent.print();
        System.exit(0);
    }
}
