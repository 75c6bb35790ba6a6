package dev.tenure.lifecycle.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What unchanged workers cost in calls of the database: a few for each page that HR returns, and none for a worker; and each
 * finds what it looks for by an index.
 */
abstract class UnchangedWorkersBehaviour {

    private static final int PAGE = 50;
    private static final int FEW = 100;
    private static final int PAGES_MORE = 10;
    private static final int MOST_TO_PLAN_A_PAGE = 10;
    private static final int MOST_TO_IMPORT_A_PAGE = 6;

    private final StatementCount count = new StatementCount();
    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource hr =
            InMemoryHrSource.builder("hr", clock).pageSize(PAGE).build();
    private final InMemoryTarget target =
            InMemoryTarget.builder("okta").pageSize(PAGE).build();

    /** Gives an empty database. */
    abstract DataSource database();

    @Test
    void planningThem_andImportingThem_takesAFewStatementsForAPage() {
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(hr)
                .target(target)
                .store(JdbcStore.open(count.of(database())))
                .clock(clock)
                .build();
        hire(0, FEW);
        assertThat(engine.run(ImportKind.FULL).failed()).isEmpty();
        long planFew = planned(engine, FEW);
        long importFew = imported(engine, FEW);

        int many = FEW + PAGES_MORE * PAGE;
        hire(FEW, many);
        assertThat(engine.run(ImportKind.FULL).failed()).isEmpty();
        long planMore = planned(engine, many) - planFew;
        long importMore = imported(engine, many) - importFew;

        System.out.println(
                "Round trips for ten more pages of unchanged workers: plan " + planMore + ", import " + importMore);
        assertThat(planMore)
                .as("round trips to plan ten more pages")
                .isBetween(1L, (long) PAGES_MORE * MOST_TO_PLAN_A_PAGE);
        assertThat(importMore)
                .as("round trips to import ten more pages")
                .isBetween(1L, (long) PAGES_MORE * MOST_TO_IMPORT_A_PAGE);
    }

    /** Time that grows with the square of the workers comes from queries that look at every row for some of them. */
    @Test
    void everyQueryOfAnImport_findsItsRowsByAnIndex() {
        QueryPlans plans = new QueryPlans();
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(hr)
                .target(target)
                .store(JdbcStore.open(plans.of(database())))
                .clock(clock)
                .build();
        hire(0, FEW);
        assertThat(engine.run(ImportKind.FULL).failed()).isEmpty();
        plans.take();
        assertThat(engine.run(ImportKind.FULL).unchanged()).isEqualTo(FEW);
        Map<String, String> found = plans.take();
        assertThat(found.keySet())
                .as("the queries of an import")
                .anyMatch(sql -> sql.contains("JOIN tenure_worker"))
                .anyMatch(sql -> sql.contains("JOIN tenure_account") && sql.contains("a.worker = wanted.name"))
                .anyMatch(sql -> sql.contains("JOIN tenure_account") && sql.contains("a.account_id = wanted.name"))
                .anyMatch(sql -> sql.startsWith("SELECT source, id FROM tenure_worker WHERE 1 = 1"));
        found.forEach((sql, plan) -> assertThat(looksAtEveryRow(plan))
                .as("whether every row is looked at for%n%s%nby%n%s", sql, plan)
                .isFalse());
    }

    /** Whether a plan goes through a whole table of workers or accounts, or through a whole index of it. */
    abstract boolean looksAtEveryRow(String plan);

    private long planned(LifecycleEngine engine, int everybody) {
        count.take();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
        assertThat(hr.worker(id(everybody - 1))).isPresent();
        return count.take();
    }

    private long imported(LifecycleEngine engine, int everybody) {
        count.take();
        ImportRun run = engine.run(ImportKind.FULL);
        assertThat(run.unchanged()).isEqualTo(everybody);
        return count.take();
    }

    private void hire(int from, int to) {
        LocalDate day = LocalDate.of(2024, 1, 8);
        Employment employment =
                Employment.builder().hireDate(day).firstDayOfWork(day).build();
        for (int number = from; number < to; number++) {
            String login = id(number) + "@acme.test";
            hr.put(HrRecord.of(
                    id(number),
                    employment,
                    Attributes.builder()
                            .put("userName", login)
                            .put("login", login)
                            .put("email", login)
                            .put("firstName", "First")
                            .put("lastName", id(number))
                            .build()));
        }
    }

    private static String id(int number) {
        return "w-" + (10_000 + number);
    }
}
