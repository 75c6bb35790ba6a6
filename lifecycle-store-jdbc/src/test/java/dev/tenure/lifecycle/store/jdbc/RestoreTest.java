package dev.tenure.lifecycle.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.RecordedCall;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Yesterday's store beside today's accounts, and a key that was replaced: a full import sets both right and sends nothing. */
final class RestoreTest {

    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);
    private static final int STAFF = 12;

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
    private final InMemoryTarget target = InMemoryTarget.named("okta");

    @TempDir
    Path folder = Path.of("");

    @Test
    void s4_restoredFromYesterday_endsAsTheStoreThatWasNot_andSendsNothing() throws SQLException {
        DataSource original = H2Databases.inMemory();
        JdbcStore store = JdbcStore.open(original);
        yesterday(store);
        String backup = "'" + folder.resolve("backup.sql") + "'";
        execute(original, "SCRIPT TO " + backup);
        today(store);
        Map<String, String> links = links(store);
        List<String> accounts = accounts();
        target.forgetCalls();

        DataSource copy = H2Databases.inMemory();
        execute(copy, "RUNSCRIPT FROM " + backup);
        JdbcStore restored = JdbcStore.open(copy);
        ImportRun run = engine(restored).run(ImportKind.FULL);

        assertThat(run.failed()).isEmpty();
        assertThat(run.pending()).isEmpty();
        assertThat(accounts()).isEqualTo(accounts);
        assertThat(links(restored)).isEqualTo(links);
        assertThat(target.calls()).filteredOn(RecordedCall::effective).isEmpty();
        assertThat(restored.verifyJournal().isIntact()).isTrue();
        assertThat(restored.verifyJournal(store.journalHead()).isIntact())
                .as("the missing day is noticed")
                .isFalse();
        target.forgetCalls();
        assertThat(engine(restored).run(ImportKind.FULL).unchanged()).isEqualTo(STAFF + 1);
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void s4_lostAltogether_everybodyIsFoundAgain() {
        JdbcStore store = JdbcStore.open(H2Databases.inMemory());
        yesterday(store);
        today(store);
        Map<String, String> links = links(store);
        List<String> accounts = accounts();
        target.forgetCalls();

        JdbcStore empty = JdbcStore.open(H2Databases.inMemory());
        engine(empty).run(ImportKind.FULL);

        assertThat(accounts()).isEqualTo(accounts);
        assertThat(target.calls()).filteredOn(RecordedCall::effective).isEmpty();
        links.remove("w-102");
        assertThat(links(empty)).as("whoever has not ended").isEqualTo(links);
    }

    @Test
    void s7_anotherSecret_costsReads_andSendsNothing() {
        JdbcStore store = JdbcStore.open(H2Databases.inMemory());
        yesterday(store);
        byte[] before = store.secret();
        target.forgetCalls();

        assertThat(store.replaceSecret()).hasSize(32).isNotEqualTo(before).isEqualTo(store.secret());
        assertThat(engine(store).run(ImportKind.FULL).failed()).isEmpty();
        assertThat(target.calls()).filteredOn(RecordedCall::effective).isEmpty();
        target.forgetCalls();

        ImportRun after = engine(store).run(ImportKind.FULL);
        assertThat(after.unchanged()).isEqualTo(STAFF);
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void s4_theSecret_staysUntilItIsKnownWhatCameOfEveryCreate() {
        JdbcStore store = JdbcStore.open(H2Databases.inMemory());
        byte[] before = store.secret();
        store.save(Samples.states(Samples.cutOff("w-1")));

        assertThatThrownBy(store::replaceSecret)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Of 1 creates")
                .hasMessageContaining("run an import first")
                .hasMessageContaining("failures()");
        assertThat(store.secret()).isEqualTo(before);
        WorkerState cutOff = Samples.cutOff("w-1").withVersion(1);
        store.save(Samples.states(cutOff.with("okta", AccountState.none())));
        assertThat(store.replaceSecret()).isNotEqualTo(before);
    }

    @Test
    void s4_theSecret_doesNotWaitForUpdates_whoseAccountsAreReadAnyway() {
        JdbcStore store = JdbcStore.open(H2Databases.inMemory());
        yesterday(store);
        hr.put(person(1).with("businessTitle", "Clerk"));
        engine(store).run(ImportKind.INCREMENTAL);
        byte[] before = store.secret();
        hr.put(person(1).with("businessTitle", "Head"));
        target.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.UNAVAILABLE)
                .afterTheAct()
                .times(1));
        engine(store).run(ImportKind.INCREMENTAL);
        hr.put(person(1).with("businessTitle", "Clerk"));

        assertThat(store.replaceSecret()).isNotEqualTo(before);
        engine(store).run(ImportKind.INCREMENTAL);
        assertThat(engine(store).failures()).isEmpty();
        assertThat(target.account("w-101@acme.test").orElseThrow().attributes().text("title"))
                .contains("Clerk");
    }

    @Test
    void s4_norForMemberships_whichAreCalledForAgain() {
        JdbcStore store = JdbcStore.open(H2Databases.inMemory());
        hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Oslo"), new ProvisioningGroup("PG-2", "Staff")));
        yesterday(store);
        hr.put(person(1).withGroups(List.of("PG-1", "PG-2")));
        target.inject(Fault.of(ChangeKind.MEMBER_ADD, Fault.Effect.UNAVAILABLE)
                .afterTheAct()
                .times(1));
        engine(store).run(ImportKind.INCREMENTAL);
        assertThat(target.membersByGroup().get("Oslo")).containsExactly("w-101@acme.test");
        hr.put(person(1).withGroups(List.of("PG-2")));

        store.replaceSecret();
        engine(store).run(ImportKind.INCREMENTAL);
        assertThat(target.membersByGroup().get("Oslo")).isEmpty();
        assertThat(target.membersByGroup().get("Staff")).containsExactly("w-101@acme.test");
        assertThat(engine(store).failures()).isEmpty();
        target.forgetCalls();
        engine(store).run(ImportKind.FULL);
        assertThat(target.calls()).filteredOn(RecordedCall::effective).isEmpty();
    }

    private void yesterday(JdbcStore store) {
        for (int number = 1; number <= STAFF; number++) {
            hr.put(person(number));
        }
        LifecycleEngine engine = engine(store);
        engine.run(ImportKind.FULL);
        hr.put(person(3).withEmployment(employed(LocalDate.of(2026, 2, 27))));
        engine.run(ImportKind.INCREMENTAL);
    }

    private void today(JdbcStore store) {
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        hr.put(person(1).with("businessTitle", "Head"));
        hr.put(person(2).withEmployment(employed(LocalDate.of(2026, 3, 1))));
        hr.put(person(3));
        hr.put(person(STAFF + 1));
        engine(store).run(ImportKind.INCREMENTAL);
        assertThat(target.all())
                .hasSize(STAFF + 1)
                .filteredOn(account -> account.status() == AccountStatus.DEACTIVATED)
                .hasSize(1);
    }

    private LifecycleEngine engine(JdbcStore store) {
        return LifecycleEngine.builder()
                .source(hr)
                .target(target)
                .store(store)
                .clock(clock)
                .build();
    }

    private List<String> accounts() {
        return target.all().stream()
                .map(account -> account.ref() + " " + account.status() + " "
                        + new TreeMap<>(account.attributes().asMap()))
                .toList();
    }

    private static Map<String, String> links(JdbcStore store) {
        Map<String, String> links = new TreeMap<>();
        List<WorkerState> states = new ArrayList<>(store.find(new WorkerStateQuery.All(), Optional.empty(), 100));
        states.forEach(state -> state.at("okta")
                .link()
                .map(Link::account)
                .ifPresent(account -> links.put(state.ref().id(), account.id())));
        return links;
    }

    private static HrRecord person(int number) {
        String id = "w-" + (100 + number);
        String login = id + "@acme.test";
        return HrRecord.of(
                id,
                Employment.builder().hireDate(HIRED).firstDayOfWork(HIRED).build(),
                Attributes.builder()
                        .put("userName", login)
                        .put("login", login)
                        .put("email", login)
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

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
