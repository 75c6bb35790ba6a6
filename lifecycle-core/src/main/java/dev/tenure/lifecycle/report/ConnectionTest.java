package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.source.ConnectionReport;
import java.util.List;

/**
 * What the connection tests of all sources and targets found (rule N3).
 *
 * @param systems the systems, sources first, in the order in which the engine was given them
 */
public record ConnectionTest(List<Tested> systems) {

    /** Copies the list. */
    public ConnectionTest {
        systems = List.copyOf(systems);
    }

    /** What a system is to the engine. */
    public enum Role {
        /** It says who works here. */
        SOURCE,
        /** It holds accounts. */
        TARGET
    }

    /**
     * One system that was tested.
     *
     * @param role what it is to the engine
     * @param name its name
     * @param report what was found
     */
    public record Tested(Role role, String name, ConnectionReport report) {}

    /**
     * Says whether everything that was tried works everywhere.
     *
     * @return true if no check has a problem
     */
    public boolean ok() {
        return systems.stream().allMatch(system -> system.report().ok());
    }

    /**
     * Writes what was found for somebody to read.
     *
     * @return a line for each check, with the problem and the remedy where there is one, or what the test is not sure of
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Tested system : systems) {
            text.append(Words.lower(system.role()))
                    .append(' ')
                    .append(system.name())
                    .append(system.report().ok() ? ": works\n" : ": has a problem\n");
            for (ConnectionReport.Check check : system.report().checks()) {
                text.append("  ").append(result(check)).append(check.feature());
                check.problem()
                        .or(check::doubt)
                        .ifPresent(why -> text.append(": ").append(why));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String result(ConnectionReport.Check check) {
        if (check.problem().isPresent()) {
            return "problem  ";
        }
        return check.doubt().isPresent() ? "unsure   " : "ok       ";
    }
}
