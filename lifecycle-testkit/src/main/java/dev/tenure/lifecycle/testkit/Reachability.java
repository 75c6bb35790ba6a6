package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ConnectionReport.Check;
import java.util.List;
import java.util.Optional;

/** The connection test of an in-memory system. */
final class Reachability {

    private Reachability() {}

    static ConnectionReport report(boolean reachable, String system, String feature) {
        Optional<String> problem = reachable
                ? Optional.empty()
                : Optional.of(system + " cannot be reached, as the test asked; make it reachable again");
        return new ConnectionReport(List.of(new Check(feature, problem)));
    }
}
