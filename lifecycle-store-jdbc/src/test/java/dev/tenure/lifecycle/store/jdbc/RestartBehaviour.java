package dev.tenure.lifecycle.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.RecordedCall;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a host finds when it is started again: what waits, failed, is held and is due, and an import that was cut off. */
abstract class RestartBehaviour {

    private static final int STAFF = 12;
    private static final int PAGE = 3;
    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);
    private static final Duration TAKEOVER = Duration.ofMinutes(15);

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource hr =
            InMemoryHrSource.builder("hr", clock).pageSize(PAGE).build();
    private final InMemoryTarget target = InMemoryTarget.named("okta");

    /** Gives the same database each time. */
    abstract DataSource database();

    @Test
    void s4_whatWaits_failed_isHeld_andIsDue_survives_andIsCarriedOut() {
        target.addAccount(
                "somebody@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder()
                        .put("login", "somebody@acme.test")
                        .put("firstName", "First1")
                        .put("lastName", "Last")
                        .build());
        target.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.INVALID_VALUE).on(login(2)));
        hire();
        hr.put(person(3).withEmployment(employed(LocalDate.of(2026, 3, 9))));
        started("one").run(ImportKind.FULL);
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        for (int number = 6; number <= STAFF; number++) {
            hr.put(person(number).withEmployment(employed(LocalDate.of(2026, 3, 1))));
        }
        LifecycleEngine before = started("one");
        before.run(ImportKind.INCREMENTAL);

        LifecycleEngine after = started("two");

        assertThat(after.pending()).isEqualTo(before.pending()).singleElement().satisfies(item -> {
            assertThat(item.worker()).isEqualTo(ref(1));
            assertThat(item.pending().why()).isEqualTo(PendingReason.PARTIAL_MATCH);
        });
        assertThat(after.failures())
                .isEqualTo(before.failures())
                .singleElement()
                .satisfies(item -> assertThat(item.worker()).isEqualTo(ref(2)));
        assertThat(after.held())
                .isEqualTo(before.held())
                .singleElement()
                .satisfies(held -> assertThat(held.count()).isEqualTo(STAFF - 5));
        assertThat(after.nextTransition()).contains(Instant.parse("2026-03-10T00:00:00Z"));

        target.clearFaults();
        after.confirm(List.of(ref(1)));
        after.retry(List.of(ref(2)));
        after.approve();
        clock.set(Instant.parse("2026-03-10T00:00:00Z"));
        started("three").advance();
        assertThat(after.pending()).isEmpty();
        assertThat(after.failures()).isEmpty();
        assertThat(after.held()).isEmpty();
        assertThat(target.account(login(2)).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(IntStream.rangeClosed(1, STAFF)
                        .filter(number -> target.account(login(number))
                                .filter(account -> account.status() == AccountStatus.DEACTIVATED)
                                .isPresent()))
                .containsExactly(3, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void s4_aFullImportThatIsKilledAtAPage_isStartedOver_saysSo_andCallsForNobodyTwice() {
        hire();
        hr.failAtPage(3, 1, () -> {
            throw new ProcessKilled();
        });
        LifecycleEngine doomed = engine("one", thatDies(JdbcStore.open(database())));
        assertThatThrownBy(() -> doomed.run(ImportKind.FULL)).isInstanceOf(ProcessKilled.class);
        int made = target.all().size();
        assertThat(made).as("accounts when it was killed").isBetween(1, STAFF - 1);
        target.forgetCalls();

        assertThatThrownBy(() -> started("two").run(ImportKind.FULL))
                .as("before the lease has run out")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hr");
        clock.set(clock.instant().plus(TAKEOVER));
        ImportRun run = started("two").run(ImportKind.FULL);

        assertThat(run.notices()).extracting(Notice::kind).contains(NoticeKind.STARTED_OVER);
        assertThat(run.unchanged()).as("workers that were done").isEqualTo(made);
        assertThat(run.count(ChangeKind.CREATE)).isEqualTo(STAFF - made);
        assertThat(target.calls()).extracting(RecordedCall::op).containsOnly(ChangeKind.CREATE);
        assertThat(target.calls()).hasSize(STAFF - made);
        assertThat(target.all()).hasSize(STAFF);
    }

    @Test
    void s4_aFullImportThatLosesHrAtAPage_saysSo_endsNobody_andTheNextOneDoesTheRest() {
        hire();
        started("one").run(ImportKind.FULL);
        hr.put(person(1).withEmployment(employed(LocalDate.of(2026, 3, 1))));
        hr.putUnlogged(person(STAFF).with("businessTitle", "Head"));
        hr.failAtPage(2, 1, () -> new ProtocolViolation("hr", "hr is out of reach; try again later"));
        target.forgetCalls();

        ImportRun cut = started("one").run(ImportKind.FULL);

        assertThat(cut.succeeded()).isFalse();
        assertThat(cut.failure().orElse("")).contains("out of reach");
        assertThat(cut.count(ChangeKind.DEACTIVATE)).isZero();
        ImportRun next = started("two").run(ImportKind.FULL);
        assertThat(next.succeeded()).isTrue();
        assertThat(target.account(login(1)).orElseThrow().status()).isEqualTo(AccountStatus.DEACTIVATED);
        assertThat(target.calls())
                .extracting(RecordedCall::op)
                .containsExactlyInAnyOrder(ChangeKind.DEACTIVATE, ChangeKind.UPDATE);
    }

    private LifecycleEngine started(String name) {
        return engine(name, JdbcStore.open(database()));
    }

    private LifecycleEngine engine(String name, LifecycleStore store) {
        return LifecycleEngine.builder()
                .name(name)
                .source(hr)
                .target(target)
                .policy(LifecyclePolicy.recommended()
                        .with(policy ->
                                policy.safeguardPercent(30).safeguardMinimum(4).timeZoneAware(false)))
                .takeover(TAKEOVER)
                .store(store)
                .clock(clock)
                .build();
    }

    /** The store of a process that will be killed: from then on it gives nothing back and saves nothing. */
    private static LifecycleStore thatDies(LifecycleStore real) {
        Set<String> last = Set.of("release", "unclaim", "saveRun");
        return (LifecycleStore) Proxy.newProxyInstance(
                RestartBehaviour.class.getClassLoader(),
                new Class<?>[] {LifecycleStore.class},
                (proxy, method, arguments) -> {
                    if (last.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    private void hire() {
        for (int number = 1; number <= STAFF; number++) {
            hr.put(person(number));
        }
    }

    private static HrRecord person(int number) {
        return HrRecord.of(
                id(number),
                Employment.builder().hireDate(HIRED).firstDayOfWork(HIRED).build(),
                Attributes.builder()
                        .put("userName", login(number))
                        .put("login", login(number))
                        .put("email", login(number))
                        .put("firstName", "First" + number)
                        .put("lastName", "Last")
                        .build());
    }

    private static Employment employed(LocalDate lastDay) {
        return Employment.builder()
                .hireDate(HIRED)
                .firstDayOfWork(HIRED)
                .terminationDate(lastDay)
                .build();
    }

    private static WorkerRef ref(int number) {
        return new WorkerRef("hr", id(number));
    }

    private static String id(int number) {
        return "w-" + (100 + number);
    }

    private static String login(int number) {
        return id(number) + "@acme.test";
    }

    /** Nothing of ours handles it. */
    private static final class ProcessKilled extends Error {

        private static final long serialVersionUID = 1L;
    }
}
