package dev.tenure.lifecycle.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.listener.Progress;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two hosts on one database whose clocks do not agree, or step: nothing is done twice, and nothing waits for ever. */
abstract class SkewedClocksBehaviour {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration TAKEOVER = Duration.ofMinutes(15);
    private static final int STAFF = 12;
    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);

    private final SettableClock hrTime = SettableClock.at(NINE);
    private final SettableClock ours = SettableClock.at(NINE);
    private final SettableClock theirs = SettableClock.at(NINE);
    private final InMemoryHrSource hr =
            InMemoryHrSource.builder("hr", hrTime).pageSize(3).build();
    private final InMemoryTarget target = InMemoryTarget.named("okta");

    /** Gives the same database each time. */
    abstract DataSource database();

    @BeforeEach
    void hire() {
        for (int number = 1; number <= STAFF; number++) {
            hr.put(person(number));
        }
    }

    @Test
    void s4_overtakenWithinARun_byAHostWhoseClockIsAhead_savesNothingMore_andNobodyIsMadeTwice() {
        theirs.set(NINE.plus(TAKEOVER));
        LifecycleEngine other = engine("theirs", theirs, new LifecycleListener() {});
        List<ImportRun> overtaking = new ArrayList<>();
        ImportRun overtaken = engine("ours", ours, new LifecycleListener() {
                    @Override
                    public void progressed(Progress progress) {
                        if (overtaking.isEmpty() && !target.all().isEmpty()) {
                            overtaking.add(other.run(ImportKind.FULL));
                        }
                    }
                })
                .run(ImportKind.FULL);

        assertThat(overtaken.failure().orElse("it went on")).contains("lost to another host");
        assertThat(overtaking).singleElement().satisfies(run -> {
            assertThat(run.succeeded()).isTrue();
            assertThat(run.notices()).extracting(Notice::kind).contains(NoticeKind.STARTED_OVER);
        });
        everybodyIsThereOnce();
    }

    @Test
    void s4_aHostWhoseClockIsBehind_takesOverWhenItsOwnClockSaysSo() {
        JdbcStore store = JdbcStore.open(database());
        assertThat(store.acquire("hr", "dead", NINE, TAKEOVER)).isPresent();
        theirs.set(NINE.minus(Duration.ofMinutes(5)));
        LifecycleEngine other = engine("theirs", theirs, new LifecycleListener() {});
        assertThatThrownBy(() -> other.run(ImportKind.FULL)).isInstanceOf(IllegalStateException.class);
        theirs.set(NINE.plus(TAKEOVER).minusMillis(1));
        assertThatThrownBy(() -> other.run(ImportKind.FULL)).isInstanceOf(IllegalStateException.class);
        theirs.set(NINE.plus(TAKEOVER));
        assertThat(other.run(ImportKind.FULL).succeeded()).isTrue();
        everybodyIsThereOnce();
    }

    @Test
    void s4_whatADeadHostHadInHand_isFreeOnceItsTimeIsOver() {
        JdbcStore store = JdbcStore.open(database());
        LifecycleEngine engine = engine("ours", ours, new LifecycleListener() {});
        engine.run(ImportKind.FULL);
        WorkerRef first = new WorkerRef("hr", id(1));
        assertThat(store.claim(List.of(first), "dead", NINE, TAKEOVER)).containsExactly(first);
        hr.put(person(1).with("businessTitle", "Head"));
        target.forgetCalls();

        assertThat(engine.realTime(List.of(first)).notices())
                .extracting(Notice::kind)
                .contains(NoticeKind.OVERTAKEN);
        ours.set(NINE.plus(TAKEOVER).minusMillis(1));
        engine.realTime(List.of(first));
        assertThat(target.calls()).isEmpty();
        ours.set(NINE.plus(TAKEOVER));
        assertThat(engine.realTime(List.of(first)).count(ChangeKind.UPDATE)).isEqualTo(1);
    }

    @Test
    void h1_aClockThatStepsBack_endsNobodyEarly_andLosesNoEnd() {
        hr.put(person(1)
                .withEmployment(Employment.builder()
                        .from(person(1).employment())
                        .terminationDate(LocalDate.of(2026, 3, 2))
                        .locationTimeZone("UTC")
                        .build()));
        LifecycleEngine engine = engine("ours", ours, new LifecycleListener() {});
        engine.run(ImportKind.FULL);
        Instant midnight = Instant.parse("2026-03-03T00:00:00Z");
        assertThat(engine.nextTransition()).contains(midnight);
        target.forgetCalls();

        ours.set(midnight.minusMillis(1));
        engine.advance();
        assertThat(target.calls()).isEmpty();
        ours.set(midnight);
        engine.advance();
        ours.set(midnight.minus(Duration.ofHours(1)));
        engine.advance();
        engine.run(ImportKind.INCREMENTAL);
        ours.set(midnight.plus(Duration.ofHours(1)));
        engine.advance();
        engine.run(ImportKind.FULL);
        assertThat(target.account(login(1)).orElseThrow().status()).isEqualTo(AccountStatus.DEACTIVATED);
        assertThat(engine.nextTransition()).isEmpty();
    }

    private void everybodyIsThereOnce() {
        assertThat(target.all()).hasSize(STAFF);
        assertThat(target.calls())
                .filteredOn(call -> call.op() == ChangeKind.CREATE)
                .hasSize(STAFF);
        ours.set(NINE.plus(Duration.ofHours(1)));
        ImportRun after = engine("after", ours, new LifecycleListener() {}).run(ImportKind.FULL);
        assertThat(after.unchanged()).isEqualTo(STAFF);
        assertThat(JdbcStore.open(database()).verifyJournal().problem()).isEmpty();
    }

    private LifecycleEngine engine(String name, SettableClock clock, LifecycleListener listener) {
        return LifecycleEngine.builder()
                .name(name)
                .source(hr)
                .target(target)
                .store(JdbcStore.open(database()))
                .takeover(TAKEOVER)
                .clock(clock)
                .listener(listener)
                .build();
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

    private static String id(int number) {
        return "w-" + (100 + number);
    }

    private static String login(int number) {
        return id(number) + "@acme.test";
    }
}
