package dev.tenure.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.okta.OktaTarget;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.RateLimits;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.workday.WorkdaySource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of testing.md. */
class TestingSamplesTest {

    // sample in-memory
    @Test
    void whoLeavesInSydneyLosesAccessAtMidnightThere() {
        SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
        InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
        InMemoryTarget okta = InMemoryTarget.named("okta");
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(hr)
                .target(okta)
                .store(new InMemoryStore())
                .clock(clock)
                .build();
        Employment employment = Employment.builder()
                .hireDate(LocalDate.of(2024, 1, 8))
                .firstDayOfWork(LocalDate.of(2024, 1, 8))
                .terminationDate(LocalDate.of(2026, 3, 6))
                .locationTimeZone("Australia/Sydney")
                .build();
        Attributes profile = Attributes.builder()
                .put("userName", "jo@example.com")
                .put("email", "jo@example.com")
                .put("firstName", "Jo")
                .put("lastName", "Álvarez")
                .build();
        hr.put(HrRecord.of("100", employment, profile));

        engine.run(ImportKind.FULL);

        assertThat(engine.nextTransition()).contains(Instant.parse("2026-03-06T13:00:00Z"));
        clock.set(Instant.parse("2026-03-06T13:00:00Z"));
        engine.advance();
        assertThat(okta.account("jo@example.com").orElseThrow().status()).isEqualTo(AccountStatus.DEACTIVATED);
    }
    // end

    @Test
    void failures() {
        SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
        InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
        InMemoryTarget okta = InMemoryTarget.named("okta");
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(hr)
                .target(okta)
                .store(new InMemoryStore())
                .clock(clock)
                .build();
        Employment employment = Employment.builder()
                .hireDate(LocalDate.of(2024, 1, 8))
                .firstDayOfWork(LocalDate.of(2024, 1, 8))
                .build();
        Attributes profile = Attributes.builder()
                .put("userName", "jo@example.com")
                .put("email", "jo@example.com")
                .put("firstName", "Jo")
                .put("lastName", "Álvarez")
                .build();
        hr.put(HrRecord.of("100", employment, profile));
        // sample fault
        okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.INVALID_VALUE).on("jo@example.com"));
        ImportRun run = engine.run(ImportKind.FULL);
        // end
        assertThat(run.succeeded()).isTrue();
        assertThat(run.failed()).hasSize(1);
    }

    @Test
    void simulators() {
        // sample simulators
        SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
        try (WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();
                OktaSimulator okta = OktaSimulator.builder(clock)
                        .limits(RateLimits.workforce())
                        .passwordOptional()
                        .start()) {
            LifecycleEngine engine = LifecycleEngine.builder()
                    .source(WorkdaySource.builder(workday.endpoint())
                            .credentials(workday.user(), workday.password())
                            .clock(clock)
                            .build())
                    .target(OktaTarget.builder(okta.url())
                            .token(okta.token())
                            .clock(clock)
                            .waiter(clock::set) // who has to wait moves the clock
                            .build())
                    .store(new InMemoryStore())
                    .clock(clock)
                    .build();
            workday.hire(
                    "100",
                    LocalDate.of(2024, 1, 8),
                    worker -> worker.name("Jo", "Álvarez")
                            .userName("jo@example.com")
                            .email("jo@example.com")
                            .site(Site.SYDNEY));
            engine.run(ImportKind.FULL);

            workday.terminate("100", Termination.on(LocalDate.of(2026, 2, 27)));
            engine.run(ImportKind.INCREMENTAL);

            assertThat(okta.user("jo@example.com").orElseThrow().status()).isEqualTo(UserStatus.DEPROVISIONED);
            assertThat(okta.writes())
                    .extracting(write -> write.call())
                    .isEqualTo(List.of("POST /users", "POST /users/{id}/lifecycle/deactivate"));
        }
        // end
    }
}
