package dev.tenure.lifecycle.source;

import java.util.List;
import java.util.Optional;

/**
 * What a connection test found (rule N3).
 *
 * @param checks what was tried, in order
 */
public record ConnectionReport(List<Check> checks) {

    /** Copies the list. */
    public ConnectionReport {
        checks = List.copyOf(checks);
    }

    /**
     * Says whether everything that was tried works.
     *
     * @return true if no check has a problem
     */
    public boolean ok() {
        return checks.stream().allMatch(check -> check.problem().isEmpty());
    }

    /**
     * One thing that was tried.
     *
     * @param feature what it is needed for, such as {@code read workers}
     * @param problem what is wrong and what to do about it; empty if it works
     */
    public record Check(String feature, Optional<String> problem) {}
}
