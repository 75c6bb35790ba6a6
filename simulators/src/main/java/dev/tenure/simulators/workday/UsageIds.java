package dev.tenure.simulators.workday;

/** The ids of a tenant's communication usage types. */
record UsageIds(String work, String home) {

    boolean knows(String id) {
        return id.equals(work) || id.equals(home);
    }
}
