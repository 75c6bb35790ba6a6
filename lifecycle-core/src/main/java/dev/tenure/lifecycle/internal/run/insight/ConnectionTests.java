package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.report.ConnectionTest;
import dev.tenure.lifecycle.report.ConnectionTest.Role;
import dev.tenure.lifecycle.report.ConnectionTest.Tested;
import dev.tenure.lifecycle.source.ConnectionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the connection tests of all systems, one after the other (rule N3). */
final class ConnectionTests {

    private ConnectionTests() {}

    static ConnectionTest run(Settings settings) {
        List<Tested> tested = new ArrayList<>();
        settings.sources().forEach(source -> tested.add(test(Role.SOURCE, source.name(), source::test)));
        settings.targets()
                .forEach(target -> tested.add(test(Role.TARGET, target.target().name(), target.target()::test)));
        return new ConnectionTest(tested);
    }

    /** A test says what is wrong and does not throw; one that does all the same spoils none of the others. */
    private static Tested test(Role role, String name, Supplier<ConnectionReport> test) {
        try {
            return new Tested(role, name, test.get());
        } catch (RuntimeException broken) {
            String problem = "the connection test itself failed with "
                    + broken.getClass().getSimpleName() + "; this is a fault of the connector";
            return new Tested(
                    role,
                    name,
                    new ConnectionReport(
                            List.of(new ConnectionReport.Check("test the connection", Optional.of(problem)))));
        }
    }
}
