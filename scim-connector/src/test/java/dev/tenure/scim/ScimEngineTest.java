package dev.tenure.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.http.CallEvent;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.simulators.scim.Fault;
import dev.tenure.simulators.scim.ScimSimulator;
import dev.tenure.simulators.scim.SimulatedUser;
import dev.tenure.simulators.scim.SimulatedWrite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine from HR in memory to a SCIM service, with every write counted. */
class ScimEngineTest {

    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-06");
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
    private final ScimSimulator service = ScimSimulator.builder(clock).start();
    private final List<CallEvent> heard = new ArrayList<>();
    private final ScimTarget target = ScimTarget.builder(service.url())
            .token(service.token())
            .clock(clock)
            .listener(heard::add)
            .build();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void joinerMoverLeaverRehire_costOneWriteEach() {
        LifecycleEngine engine = engine(TargetUse.mapped(ScimMappings.userToScim()));
        hr.setGroups(List.of(new ProvisioningGroup("g1", "Staff"), new ProvisioningGroup("g2", "Sales")));
        hr.put(employee("1", "Ada").withGroups(List.of("g1")), employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        assertThat(writes())
                .as("one call for each new account, and one for each group and membership")
                .containsExactlyInAnyOrder(
                        "POST /Users", "POST /Users", "POST /Groups", "POST /Groups", "PATCH /Groups/{id}");
        SimulatedUser ada = service.user("ada@acme.test").orElseThrow();
        assertThat(ada.text("externalId")).contains("1");
        assertThat(ada.text("emails", "work", "value")).contains("ada@acme.test");
        assertThat(ada.text(ENTERPRISE, "employeeNumber")).contains("1");
        assertThat(ada.groups()).containsExactly("Staff");

        service.forgetCalls();
        engine.run(ImportKind.INCREMENTAL);
        assertThat(service.callCount()).as("nothing changed, nothing is asked").isZero();
        engine.run(ImportKind.FULL);
        assertThat(writes()).isEmpty();

        hr.put(employee("1", "Ada").with("businessTitle", "Analyst").withGroups(List.of("g1")));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(service.writes())
                .singleElement()
                .extracting(SimulatedWrite::call, SimulatedWrite::attributes)
                .containsExactly("PATCH /Users/{id}", List.of("title"));
        service.forgetCalls();

        hr.put(employee("1", "Ada").with("businessTitle", "Analyst").withGroups(List.of("g2")));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(writes()).containsExactly("PATCH /Groups/{id}", "PATCH /Groups/{id}");
        assertThat(service.groups()).containsEntry("Staff", List.of()).containsEntry("Sales", List.of("ada@acme.test"));
        service.forgetCalls();

        HrRecord leaver = employee("2", "Lin");
        hr.put(leaver.withEmployment(ending(leaver, "2026-03-02")));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(writes()).isEmpty();
        clock.set(engine.nextTransition().orElseThrow());
        engine.advance();
        assertThat(service.writes())
                .singleElement()
                .extracting(SimulatedWrite::call, SimulatedWrite::attributes)
                .containsExactly("PATCH /Users/{id}", List.of("active"));
        assertThat(service.user("lin@acme.test").orElseThrow().active()).isFalse();
        service.forgetCalls();

        hr.put(employee("2", "Lin").with("businessTitle", "Advisor"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(writes()).containsExactly("PATCH /Users/{id}", "PATCH /Users/{id}");
        assertThat(service.user("lin@acme.test").orElseThrow().active()).isTrue();
        assertThat(service.user("lin@acme.test").orElseThrow().text("title")).contains("Advisor");
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_aManager_isSentAsTheObjectThatTheServiceWants() {
        AttributeMapping rows = ScimMappings.userToScim().toBuilder()
                .row(ScimAttributes.MANAGER, "user.managerId")
                .build();
        LifecycleEngine engine = engine(TargetUse.mapped(rows).withReference(ScimAttributes.MANAGER));
        hr.put(employee("1", "Ada").with("managerId", "2"), employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        assertThat(service.user("ada@acme.test").orElseThrow().text(ENTERPRISE, "manager", "value"))
                .contains(service.user("lin@acme.test").orElseThrow().id());
    }

    @Test
    void e7_somebodyWhoIsThere_isLinkedAndNotMadeTwice() {
        service.addUser(Map.of("userName", "ADA@acme.test", "nickName", "Ada L"));
        LifecycleEngine engine = engine(TargetUse.mapped(ScimMappings.userToScim()));
        hr.put(employee("1", "Ada"));
        ImportRun run = engine.run(ImportKind.FULL);
        assertThat(run.applied()).doesNotContainKey(ChangeKind.CREATE);
        assertThat(service.users()).hasSize(1);
        assertThat(service.users().get(0).text("nickName")).contains("Ada L");
        assertThat(service.users().get(0).text("externalId")).contains("1");
    }

    @Test
    void s4_aCreateWhoseAnswerWasLost_isFoundAndNotMadeTwice() {
        LifecycleEngine engine = engine(TargetUse.mapped(ScimMappings.userToScim()));
        service.failNext("POST /Users", 1, Fault.loseAnswer());
        hr.put(employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        engine.run(ImportKind.FULL);
        assertThat(service.users()).hasSize(1);
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void aMapping_isCheckedAgainstTheServicesSchemas() {
        AttributeMapping wrong = ScimMappings.userToScim().toBuilder()
                .row("shoeSize", "user.title")
                .row("name.givenNam", "user.firstName")
                .build();
        assertThatThrownBy(() -> engine(TargetUse.mapped(wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shoeSize")
                .hasMessageContaining("did you mean 'name.givenName'?");
        AttributeMapping readOnly = ScimMappings.userToScim().toBuilder()
                .row("active", "user.title == 'x'")
                .build();
        assertThatThrownBy(() -> engine(TargetUse.mapped(readOnly)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("active");
    }

    @Test
    void s7_noValueOfAPerson_reachesALogAnEventOrAFailure() {
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        StringBuilder said = new StringBuilder();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            LifecycleEngine engine = engine(TargetUse.mapped(ScimMappings.userToScim()));
            hr.put(employee("1", "Plantedname").with("mobilePhone", "+47 555 PLANTED"));
            service.failNext("POST /Users", 1, Fault.error(400, "invalidValue", "plantedname@acme.test is bad"));
            said.append(engine.run(ImportKind.FULL));
            said.append(engine.failures());
            said.append(engine.run(ImportKind.FULL));
            hr.put(employee("1", "Plantedname").with("mobilePhone", "+47 556 PLANTED"));
            service.failNext("PATCH /Users/{id}", 1, Fault.error(409, "uniqueness", "+47 556 PLANTED is taken"));
            said.append(engine.run(ImportKind.INCREMENTAL));
            said.append(engine.failures());
            said.append(engine.test());
        } finally {
            System.setErr(before);
        }
        said.append(heard).append(target).append(logged.toString(StandardCharsets.UTF_8));
        assertThat(heard).isNotEmpty();
        assertThat(said.toString()).doesNotContainIgnoringCase("planted").doesNotContain(service.token());
    }

    private LifecycleEngine engine(TargetUse use) {
        return LifecycleEngine.builder()
                .source(hr)
                .target(target, use)
                .mapping(DefaultMappings.hrToOkta())
                .policy(LifecyclePolicy.recommended())
                .store(new InMemoryStore())
                .clock(clock)
                .build();
    }

    private List<String> writes() {
        List<String> calls = service.writes().stream().map(SimulatedWrite::call).toList();
        service.forgetCalls();
        return calls;
    }

    private static HrRecord employee(String id, String name) {
        Employment employment = Employment.builder()
                .hireDate(LONG_AGO)
                .firstDayOfWork(LONG_AGO)
                .locationTimeZone("UTC")
                .build();
        String login = name.toLowerCase(Locale.ROOT) + "@acme.test";
        return HrRecord.of(id, employment, Attributes.empty())
                .with("employeeID", id)
                .with("firstName", name)
                .with("lastName", "Okoro")
                .with("userName", login)
                .with("email", login);
    }

    private static Employment ending(HrRecord record, String on) {
        return Employment.builder()
                .from(record.employment())
                .terminationDate(LocalDate.parse(on))
                .build();
    }
}
