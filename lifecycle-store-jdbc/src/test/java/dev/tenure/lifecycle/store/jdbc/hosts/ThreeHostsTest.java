package dev.tenure.lifecycle.store.jdbc.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.lifecycle.store.jdbc.PostgresServer;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.SimulatedUser;
import dev.tenure.simulators.okta.SimulatedWrite;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Termination;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** Three hosts, each a JVM, on one PostgreSQL: they share what is due, one of them is killed, and nobody is lost. */
@ExtendWith(PostgresServer.Extension.class)
final class ThreeHostsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 8);
    private static final int STAFF = 120;
    private static final String DEACTIVATE = "POST /users/{id}/lifecycle/deactivate";
    private static final String CREATE = "POST /users";

    private final PostgresServer server;

    ThreeHostsTest(PostgresServer server) {
        this.server = server;
    }

    @Test
    @Timeout(120)
    void s4_oneOfThreeIsKilled_theOthersDoItsWork() {
        DataSource database = server.newDatabase();
        try (Company company = new Company();
                HostProcess one = host("one", database, company);
                HostProcess two = host("two", database, company);
                HostProcess three = host("three", database, company)) {
            List<HostProcess> hosts = List.of(one, two, three);
            hosts.forEach(HostProcess::awaitReady);
            JdbcStore store = JdbcStore.open(database);
            for (int i = 1; i <= STAFF; i++) {
                company.hire(id(i), LONG_AGO);
            }
            anImportThatIsKilled(company, three, two, one);
            try (HostProcess again = host("three", database, company).awaitReady()) {
                notificationsThatComeToAll(company, List.of(one, two, again));
                whatIsDue(company, store, List.of(one, two, again));
            }
            assertThat(store.verifyJournal().problem()).isEmpty();
        }
    }

    /** While one host imports, no other does; once it is killed and its lease has run out, another starts over. */
    private static void anImportThatIsKilled(Company company, HostProcess doomed, HostProcess early, HostProcess heir) {
        Request import1 = Request.of(Request.Kind.FULL, "2026-03-02T09:00:00Z");
        doomed.ask(import1);
        await(company.okta(), CREATE, STAFF / 4);
        early.ask(import1);
        assertThat(early.read().orElse("killed")).startsWith("BUSY");
        doomed.kill();
        assertThat(company.okta().size())
                .as("users when the first host was killed")
                .isLessThan(STAFF);
        early.ask(import1);
        assertThat(early.read().orElse("killed"))
                .as("before the lease has run out")
                .startsWith("BUSY");
        heir.ask(import1.afterTakeover());
        assertThat(heir.read().orElse("killed")).startsWith("DONE well [STARTED_OVER]");
        assertThat(company.okta().users()).hasSize(STAFF).allMatch(user -> user.status() == UserStatus.ACTIVE);
        assertThat(count(company.okta(), CREATE)).as("creates").isEqualTo(STAFF);
    }

    /** The same notification reaches every host at once, and the change is made once. */
    private static void notificationsThatComeToAll(Company company, List<HostProcess> hosts) {
        Request named = Request.of(Request.Kind.REAL_TIME, "2026-03-03T09:00:00Z", id(1), id(2), id(3));
        company.clock().set(named.at());
        for (String id : named.workers()) {
            company.workday().change(id, worker -> worker.title("Head"));
        }
        hosts.forEach(host -> host.ask(named));
        hosts.forEach(host -> assertThat(host.read().orElse("killed")).startsWith("DONE well"));
        assertThat(named.workers())
                .allMatch(id -> company.okta()
                        .user(Company.login(id))
                        .flatMap(user -> user.text("title"))
                        .filter("Head"::equals)
                        .isPresent());
        assertThat(count(company.okta(), "POST /users/{id}")).as("updates").isEqualTo(3);
    }

    /** What is due is shared row by row; what the host that is killed had claimed is free once its claims have run out. */
    private static void whatIsDue(Company company, JdbcStore store, List<HostProcess> hosts) {
        Request learn = Request.of(Request.Kind.INCREMENTAL, "2026-03-03T10:00:00Z");
        company.clock().set(learn.at());
        for (int i = 1; i <= STAFF; i++) {
            company.workday().terminate(id(i), Termination.on(LocalDate.of(2026, 3, 4)));
        }
        hosts.get(0).ask(learn);
        assertThat(hosts.get(0).read().orElse("killed")).startsWith("DONE well");
        Request due = Request.of(Request.Kind.ADVANCE, "2026-03-05T09:00:00Z");
        company.clock().set(due.at());
        hosts.forEach(host -> host.ask(due));
        await(company.okta(), DEACTIVATE, STAFF / 6);
        HostProcess doomed = hosts.get(2);
        doomed.kill();
        for (HostProcess host : hosts.subList(0, 2)) {
            assertThat(host.read().orElse("killed")).startsWith("DONE well");
        }
        Set<String> runs = store.journal(JournalQuery.all(), 0, 10_000).stream()
                .filter(line -> line.kind() == ChangeKind.DEACTIVATE && line.outcome() == OutcomeKind.APPLIED)
                .map(JournalEntry::run)
                .collect(Collectors.toSet());
        assertThat(runs).as("runs that shared what was due").hasSizeGreaterThanOrEqualTo(2);
        hosts.get(0).ask(due.afterTakeover());
        assertThat(hosts.get(0).read().orElse("killed")).startsWith("DONE well");
        assertThat(company.okta().users()).extracting(SimulatedUser::status).containsOnly(UserStatus.DEPROVISIONED);
        Map<String, Long> calls = company.okta().writes().stream()
                .filter(write -> write.call().equals(DEACTIVATE))
                .collect(Collectors.groupingBy(SimulatedWrite::id, Collectors.counting()));
        assertThat(calls).hasSize(STAFF);
        assertThat(calls.values()).as("deactivations of one user").containsOnly(1L);
        assertThat(store.nextTransition()).isEmpty();
    }

    private static HostProcess host(String name, DataSource database, Company company) {
        PGSimpleDataSource source = (PGSimpleDataSource) database;
        return HostProcess.start(name, source.getURL() + "&user=postgres", Policies.BOLD, company.systems());
    }

    private static String id(int number) {
        return "w" + (1000 + number);
    }

    private static long count(OktaSimulator okta, String call) {
        return okta.writes().stream().filter(write -> write.call().equals(call)).count();
    }

    private static void await(OktaSimulator okta, String call, int writes) {
        while (count(okta, call) < writes) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
