package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.ref;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.report.ConnectionTest;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.IdentityTarget;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a connection test finds (rule N3). */
class ConnectionTestTest {

    private final ReportWorld world = new ReportWorld();

    @Test
    void n3_test_collectsEveryConnection() {
        LifecycleEngine engine = world.engine();
        assertThat(engine.test().ok()).isTrue();

        world.okta.setReachable(false);
        ConnectionTest test = engine.test();

        assertThat(test.ok()).isFalse();
        assertThat(test.systems()).extracting(ConnectionTest.Tested::name).containsExactly("hr", "okta");
        assertThat(test.text()).contains("target okta: has a problem");
    }

    @Test
    void n1_diagnose_whatTheConnectionTestFindsIsTyped() {
        world.imported(worker("a"));
        IdentityTarget limited = withTest(new ConnectionReport(List.of(
                new ConnectionReport.Check("read users", Optional.empty()),
                ConnectionReport.Check.lacksPermission("manage groups", "okta: may not manage groups; grant it"))));
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(world.hr)
                .target(limited)
                .mapping(ReportWorld.MAPPING)
                .store(world.store)
                .clock(world.clock)
                .build();

        assertThat(engine.diagnose(ref("a")).finding(Cause.PERMISSION_MISSING).orElseThrow())
                .satisfies(finding -> {
                    assertThat(finding.system()).isEqualTo("okta");
                    assertThat(finding.evidence())
                            .isEqualTo("the connection test of 'manage groups' finds: okta: may not manage groups;"
                                    + " grant it");
                });
        assertThat(engine.test().text()).isEqualTo("""
            source hr: works
              ok       read workers
            target okta: has a problem
              ok       read users
              problem  manage groups: okta: may not manage groups; grant it
            """);
    }

    private IdentityTarget withTest(ConnectionReport report) {
        return (IdentityTarget) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {IdentityTarget.class},
                (proxy, method, arguments) ->
                        method.getName().equals("test") ? report : method.invoke(world.okta, arguments));
    }
}
