package dev.tenure.simulators.okta;

/**
 * How many calls the organisation allows in a window of 60 seconds, by the kinds that Okta counts apart, and how many at
 * once.
 *
 * @param users lists of users, and new users
 * @param readUser reads of one user
 * @param writeUser changes of one user
 * @param groups lists of groups, and new groups
 * @param group calls about one group
 * @param apps calls about applications and their users
 * @param rest all others, lifecycle calls among them, together
 * @param atOnce calls under way at once
 */
public record RateLimits(
        int users, int readUser, int writeUser, int groups, int group, int apps, int rest, int atOnce) {

    /**
     * Gives limits that nobody reaches.
     *
     * @return the limits
     */
    public static RateLimits none() {
        int much = 10_000_000;
        return new RateLimits(much, much, much, much, much, much, much, 10_000);
    }

    /**
     * Gives the published limits of a Workforce organisation.
     *
     * @return the limits
     */
    public static RateLimits workforce() {
        return new RateLimits(600, 2_000, 600, 500, 1_000, 100, 1_200, 75);
    }

    /**
     * Gives the published limits of a free organisation.
     *
     * @return the limits
     */
    public static RateLimits free() {
        return new RateLimits(100, 100, 100, 100, 100, 100, 100, 35);
    }
}
