package dev.tenure.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.Pause;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PersonPlan;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.WorkerRef;
import dev.tenure.okta.OktaTarget;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.workday.WorkdaySource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples of README.md and getting-started.md, run against the simulators. */
class EngineSamplesTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();
    private final OktaSimulator okta =
            OktaSimulator.builder(clock).passwordOptional().start();
    private final String workdayUrl = workday.endpoint();
    private final String workdayUser = workday.user();
    private final String workdayPassword = workday.password();
    private final String oktaUrl = okta.url();
    private final String oktaToken = okta.token();
    private final LifecycleStore store = new InMemoryStore();

    @BeforeEach
    void hire() {
        workday.hire(
                "100",
                LocalDate.of(2024, 1, 8),
                worker -> worker.name("Jo", "Álvarez")
                        .userName("jo@example.com")
                        .email("jo@example.com")
                        .title("Engineer")
                        .site(Site.SYDNEY));
    }

    @AfterEach
    void stop() {
        workday.close();
        okta.close();
    }

    @Test
    void readme() {
        // sample readme
        HrSource source = WorkdaySource.builder(workdayUrl)
                .credentials(workdayUser, workdayPassword)
                .build();
        IdentityTarget target = OktaTarget.builder(oktaUrl).token(oktaToken).build();
        AttributeMapping mapping = DefaultMappings.hrToOkta().toBuilder()
                .row("displayName", "source.firstName + \" \" + source.lastName")
                .build();
        LifecyclePolicy policy = LifecyclePolicy.recommended()
                .with(change -> change.preStartDays(7).immediateReasons("Terminate_.*_Involuntary_.*"));
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(source)
                .target(target)
                .mapping(mapping)
                .policy(policy)
                .store(new InMemoryStore())
                .clock(clock)
                .build();
        ImportRun run = engine.run(ImportKind.FULL);
        // end

        assertThat(run.count(ChangeKind.CREATE)).isEqualTo(1);
        assertThat(okta.user("jo@example.com").orElseThrow().text("displayName"))
                .contains("Jo Álvarez");
    }

    @Test
    void schedule() {
        LifecycleEngine engine = engine();
        Schedule schedule = new Schedule(engine, clock);
        schedule.everyHour();
        workday.terminate("100", Termination.on(LocalDate.of(2026, 3, 3)));
        clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        schedule.everyHour();
        clock.set(Instant.parse("2026-03-03T12:59:00Z"));
        schedule.everyMinute();
        assertThat(okta.user("jo@example.com").orElseThrow().status()).isEqualTo(UserStatus.ACTIVE);

        clock.set(Instant.parse("2026-03-03T13:00:00Z"));
        schedule.everyMinute();

        assertThat(okta.user("jo@example.com").orElseThrow().status()).isEqualTo(UserStatus.DEPROVISIONED);
    }

    // sample schedule
    record Schedule(LifecycleEngine engine, InstantSource clock) {

        void everyWeek() {
            engine.run(ImportKind.FULL);
        }

        void everyHour() {
            engine.run(ImportKind.INCREMENTAL);
        }

        void everyMinute() {
            boolean due = engine.nextTransition()
                    .filter(at -> !at.isAfter(clock.instant()))
                    .isPresent();
            if (due) {
                engine.advance();
            }
        }

        void onNotification(String workerId) {
            engine.realTime(List.of(new WorkerRef("workday", workerId)));
        }
    }
    // end

    @Test
    void preview() {
        LifecycleEngine engine = engine();
        List<String> lines = new ArrayList<>();
        // sample preview
        Plan plan = engine.plan(ImportKind.FULL);
        for (PersonPlan person : plan.people()) {
            for (Change change : person.changes()) {
                lines.add(person.worker() + ": " + change.kind() + " by rule " + change.rule() + ", since "
                        + person.decision().because());
            }
        }
        ImportRun run = engine.apply(plan); // or not
        // end

        assertThat(lines).containsExactly("workday/100: CREATE by rule E1, since EMPLOYED");
        assertThat(run.count(ChangeKind.CREATE)).isEqualTo(1);
    }

    @Test
    void threads() {
        HrSource source = source();
        IdentityTarget target = target();
        // sample threads
        ExecutorService threads = Executors.newFixedThreadPool(8);
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(source)
                .target(target)
                .store(store)
                .clock(clock)
                .executor(threads)
                .pause(Pause.sleeping(clock, Duration.ofMinutes(2)))
                .name("host-1")
                .build();
        // end
        try {
            assertThat(engine.run(ImportKind.FULL).succeeded()).isTrue();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void listener() {
        Leavers leavers = new Leavers();
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(source())
                .target(target())
                .store(store)
                .clock(clock)
                .listener(leavers)
                .build();
        engine.run(ImportKind.FULL);
        workday.terminate("100", Termination.on(LocalDate.of(2026, 2, 27)));
        engine.run(ImportKind.FULL);

        assertThat(leavers.count.get()).isEqualTo(1);
    }

    // sample listener
    static final class Leavers implements LifecycleListener {

        final AtomicInteger count = new AtomicInteger();

        @Override
        public void changed(Change change, JournalEntry entry) {
            if (change.kind().takesAccess()) {
                count.incrementAndGet();
            }
        }
    }
    // end

    @Test
    void journal() {
        LifecycleEngine engine = engine();
        engine.run(ImportKind.FULL);
        List<String> lines = new ArrayList<>();
        // sample journal
        WorkerRef worker = new WorkerRef("workday", "100");
        for (JournalEntry entry : store.journal(JournalQuery.of(worker), 0, 100)) {
            lines.add(entry.at() + " " + entry.kind() + " " + entry.outcome() + " " + entry.rule() + ": "
                    + entry.reason());
        }
        // end

        assertThat(lines).containsExactly("2026-03-02T09:00:00Z CREATE APPLIED E1: eligible and not there yet");
    }

    @Test
    void byHand() {
        LifecycleEngine engine = engine(LifecyclePolicy.recommended().with(change -> change.confirmNew(false)));
        engine.run(ImportKind.FULL);
        assertThat(okta.size()).isZero();
        // sample by-hand
        engine.pending().forEach(item -> engine.confirm(List.of(item.worker())));
        if (!engine.held().isEmpty()) {
            engine.approve(); // or discard()
        }
        // end

        assertThat(okta.size()).isEqualTo(1);
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void policy() {
        // sample policy
        LifecyclePolicy policy = LifecyclePolicy.recommended()
                .with(switches -> switches.preStartDays(7)
                        .useLastDayOfWork(true)
                        .immediateReasons("Terminate_Employee_Involuntary.*"));
        // end

        assertThat(policy.useLastDayOfWork()).isTrue();
    }

    @Test
    void okta() {
        String token = oktaToken;
        // sample okta
        OktaTarget target = OktaTarget.builder("https://example.okta.com")
                .token(token) // or .serviceApp(OktaServiceApp.of(clientId, privateKey))
                .build();
        // end

        assertThat(target.name()).isEqualTo("okta");
    }

    private LifecycleEngine engine() {
        return engine(LifecyclePolicy.recommended());
    }

    private LifecycleEngine engine(LifecyclePolicy policy) {
        return LifecycleEngine.builder()
                .source(source())
                .target(target())
                .store(store)
                .policy(policy)
                .clock(clock)
                .build();
    }

    private HrSource source() {
        return WorkdaySource.builder(workdayUrl)
                .credentials(workdayUser, workdayPassword)
                .clock(clock)
                .build();
    }

    private IdentityTarget target() {
        return OktaTarget.builder(oktaUrl).token(oktaToken).clock(clock).build();
    }
}
