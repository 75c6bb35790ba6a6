package dev.tenure.successfactors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.simulators.successfactors.SuccessFactorsSimulator;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole stories: SuccessFactors over the wire, the engine, a target in memory. */
final class LifecycleTest {

    private static final String LOGIN = "mia@acme.test";

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final SuccessFactorsSimulator hr = SuccessFactorsSimulator.start(clock);
    private final InMemoryTarget target = InMemoryTarget.named("okta");

    @AfterEach
    void stop() {
        hr.close();
    }

    @Test
    void hireAhead_comesInWithinTheInterval_andIsActiveOnTheDay() {
        LifecycleEngine engine = engine(SuccessFactorsPolicy.oktaParity().with(policy -> policy.preStartDays(7)));
        hr.hire(
                "1",
                LocalDate.of(2026, 3, 16),
                edit -> edit.name("Mia", "Sol").email(LOGIN).userName(LOGIN));
        engine.run(ImportKind.FULL);
        assertThat(target.account(LOGIN)).isEmpty();
        clock.set(Instant.parse("2026-03-09T00:00:00Z"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void termination_keepsAccessForTheInterval_andNoLonger() {
        LifecycleEngine engine =
                engine(SuccessFactorsPolicy.oktaParity().with(policy -> policy.postTerminationDays(5)));
        hr.hire(
                "1",
                LocalDate.of(2024, 1, 8),
                edit -> edit.name("Mia", "Sol").email(LOGIN).userName(LOGIN));
        engine.run(ImportKind.FULL);
        hr.terminate("1", LocalDate.of(2026, 3, 6), "TERVCAR");
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.nextTransition()).contains(Instant.parse("2026-03-12T00:00:00Z"));
        clock.set(Instant.parse("2026-03-11T23:59:59Z"));
        engine.advance();
        engine.run(ImportKind.FULL);
        assertThat(status()).isEqualTo(AccountStatus.ACTIVE);
        clock.set(Instant.parse("2026-03-12T00:00:00Z"));
        engine.advance();
        assertThat(status()).isEqualTo(AccountStatus.DEACTIVATED);
    }

    @Test
    void leave_endsAccess_andComingBackRestoresIt() {
        LifecycleEngine engine = engine(SuccessFactorsPolicy.recommended());
        hr.hire(
                "1",
                LocalDate.of(2024, 1, 8),
                edit -> edit.name("Mia", "Sol").email(LOGIN).userName(LOGIN).job("timezone", "UTC"));
        engine.run(ImportKind.FULL);
        hr.status("1", LocalDate.of(2026, 3, 10), "U");
        hr.status("1", LocalDate.of(2026, 4, 10), "A");
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.nextTransition()).contains(Instant.parse("2026-03-10T00:00:00Z"));
        clock.set(Instant.parse("2026-03-10T00:00:00Z"));
        engine.advance();
        assertThat(status()).isEqualTo(AccountStatus.DEACTIVATED);
        assertThat(engine.nextTransition()).contains(Instant.parse("2026-04-10T00:00:00Z"));
        clock.set(Instant.parse("2026-04-10T00:00:00Z"));
        engine.advance();
        assertThat(status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void c1_contractorBecomesEmployee_keepsTheAccountThroughout() {
        LifecycleEngine engine =
                engine(SuccessFactorsPolicy.recommended().with(policy -> policy.importContingent(true)));
        hr.contract(
                "1",
                LocalDate.of(2024, 1, 8),
                edit -> edit.name("Mia", "Sol")
                        .email(LOGIN)
                        .userName(LOGIN)
                        .job("timezone", "UTC")
                        .job("jobTitle", "Contractor"));
        engine.run(ImportKind.FULL);
        hr.terminate("1", LocalDate.of(2026, 3, 8), "ENDCW");
        hr.employ(
                "1",
                "1e",
                LocalDate.of(2026, 3, 9),
                "ST",
                edit -> edit.userName(LOGIN).job("timezone", "UTC").job("jobTitle", "Engineer"));
        engine.run(ImportKind.INCREMENTAL);
        clock.set(Instant.parse("2026-03-09T06:00:00Z"));
        engine.advance();
        engine.run(ImportKind.INCREMENTAL);
        assertThat(status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(target.account(LOGIN).orElseThrow().attributes().text("title"))
                .contains("Engineer");
        assertThat(target.calls()).noneMatch(call -> String.valueOf(call.op()).equals("DEACTIVATE"));
    }

    @Test
    void f1_emailThatTheTargetOwns_isWrittenBack() {
        SuccessFactorsPolicy switches = SuccessFactorsPolicy.recommended();
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(source(switches))
                .target(target)
                .mapping(AttributeMapping.builder()
                        .row("login", "source.userName")
                        .row("firstName", "source.firstName")
                        .row("lastName", "source.lastName")
                        .row("email", "source.userName")
                        .build())
                .store(new InMemoryStore())
                .policy(switches.applyTo(LifecyclePolicy.recommended())
                        .with(policy -> policy.writeBack(Set.of(WriteBackField.EMAIL))))
                .clock(clock)
                .build();
        hr.hire(
                "1",
                LocalDate.of(2024, 1, 8),
                edit -> edit.name("Mia", "Sol")
                        .email("P", "mia@home.example", true)
                        .userName(LOGIN));
        engine.run(ImportKind.FULL);
        assertThat(hr.records("PerEmail", "1"))
                .extracting(row -> row.get("emailAddress") + " " + row.get("isPrimary"))
                .containsExactlyInAnyOrder("mia@home.example false", LOGIN + " true");
    }

    private AccountStatus status() {
        return target.account(LOGIN).orElseThrow().status();
    }

    private LifecycleEngine engine(SuccessFactorsPolicy switches) {
        return LifecycleEngine.builder()
                .source(source(switches))
                .target(target)
                .store(new InMemoryStore())
                .policy(switches.applyTo(LifecyclePolicy.recommended()))
                .clock(clock)
                .build();
    }

    private SuccessFactorsSource source(SuccessFactorsPolicy switches) {
        return SuccessFactorsSource.builder(hr.endpoint())
                .credentials(hr.company(), hr.user(), hr.password())
                .policy(switches)
                .writeBack(Set.of(ContactField.WORK_EMAIL, ContactField.WORK_PHONE))
                .clock(clock)
                .build();
    }
}
