package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import org.junit.jupiter.api.Test;

/** References between people resolve in two phases, in whatever order HR sends them. */
class ReferenceTest {

    private final Company company = new Company();

    private final LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
            .mapping(AttributeMapping.builder()
                    .addAll(DefaultMappings.hrToOkta())
                    .row("manager", "source.managerId")
                    .build())
            .target(company.okta, TargetUse.identityProfile().withReference("manager"))
            .build();

    @Test
    void e11_aReportBeforeItsManager_isMadeWithoutAndCompletedWhenTheManagerArrives() {
        company.hr.put(Company.employee("1", "Ada").with("managerId", "2"));
        engine.run(ImportKind.FULL);
        assertThat(manager("ada@acme.test")).isNull();
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");

        company.hr.put(Company.employee("2", "Lin"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(manager("ada@acme.test")).isEqualTo(account("lin@acme.test"));

        company.calls();
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_aReportAndItsManagerInOneImport_endUpConnected() {
        company.hr.put(
                Company.employee("1", "Ada").with("managerId", "2"),
                Company.employee("2", "Lin").with("managerId", "3"),
                Company.employee("3", "Sam"));
        engine.run(ImportKind.FULL);
        assertThat(manager("ada@acme.test")).isEqualTo(account("lin@acme.test"));
        assertThat(manager("lin@acme.test")).isEqualTo(account("sam@acme.test"));
    }

    @Test
    void e11_aNewManagerWhoIsNotThereYet_doesNotLeaveTheOldOneInPlace() {
        company.hr.put(Company.employee("1", "Ada").with("managerId", "2"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.employee("1", "Ada").with("managerId", "3"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(manager("ada@acme.test")).isNull();

        company.hr.put(Company.employee("3", "Sam"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(manager("ada@acme.test")).isEqualTo(account("sam@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_aNewManagerWhoComesWithinTheSameImport_isSetAtOnce() {
        company.hr.put(Company.employee("1", "Ada").with("managerId", "2"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.calls();
        company.hr.put(Company.employee("1", "Ada").with("managerId", "3"), Company.employee("3", "Sam"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(manager("ada@acme.test")).isEqualTo(account("sam@acme.test"));
        assertThat(company.calls().stream().filter(call -> call.equals("UPDATE ada@acme.test")))
                .as("with the manager, and what else of the manager HR told before")
                .hasSizeLessThanOrEqualTo(2);
    }

    private String account(String login) {
        return company.okta.account(login).orElseThrow().ref().id();
    }

    private @org.jspecify.annotations.Nullable String manager(String login) {
        return company.okta
                .account(login)
                .orElseThrow()
                .attributes()
                .text("manager")
                .orElse(null);
    }
}
