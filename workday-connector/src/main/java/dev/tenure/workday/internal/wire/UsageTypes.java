package dev.tenure.workday.internal.wire;

import java.util.List;

/**
 * The ids of the communication usage types, which a tenant may have renamed or added to.
 *
 * @param work those of contact data for work, not empty; a new entry gets the first
 * @param home those of contact data at home, not empty; a new entry gets the first
 */
public record UsageTypes(List<String> work, List<String> home) {

    /** Those of a tenant as it comes. */
    public static final UsageTypes USUAL = new UsageTypes(List.of("WORK"), List.of("HOME"));

    /** Copies the lists. */
    public UsageTypes {
        work = List.copyOf(work);
        home = List.copyOf(home);
    }
}
