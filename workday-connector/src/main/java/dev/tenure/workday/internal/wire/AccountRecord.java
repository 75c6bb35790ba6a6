package dev.tenure.workday.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * A worker's account in Workday.
 *
 * @param userName the name of the account
 * @param timeZone the preferred time zone, as Workday writes it
 */
public record AccountRecord(
        @Nullable String userName, @Nullable String timeZone) {

    /** Prints no name. */
    @Override
    public String toString() {
        return "AccountRecord[]";
    }
}
