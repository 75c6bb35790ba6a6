package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.report.PlanJson;
import dev.tenure.lifecycle.report.ReportPage;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A plan shows all of what an import would do and report (rule S5). */
class PreviewTest {

    private final Company company = new Company();

    @Test
    void s5_aPlanShowsWhoIsAbsent_andClosesThemWhereThePolicySaysSo() {
        LifecycleEngine engine = engine(AbsentWorkers.DEACTIVATE);
        company.hr.remove("1");

        Plan plan = engine.plan(ImportKind.FULL);
        assertThat(plan.changes()).extracting(Change::kind).containsExactly(ChangeKind.DEACTIVATE);
        assertThat(plan.notices()).extracting(Notice::kind).containsExactly(NoticeKind.ABSENT);
        assertThat(PlanJson.write(plan)).contains("\"notices\":[{\"kind\":\"ABSENT\"");
        assertThat(ReportPage.of(plan).html()).contains("HR no longer returns this linked worker");
        assertThat(company.calls()).isEmpty();

        ImportRun run = engine.apply(plan);
        assertThat(run.absent()).containsExactly(Company.ref("1"));
        assertThat(run.notices()).isEqualTo(plan.notices());
        assertThat(company.okta.account("ada@acme.test").orElseThrow().status()).isEqualTo(AccountStatus.DEACTIVATED);
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void s5_aPlanReportsWhoIsAbsent_andLeavesThemAloneByDefault() {
        LifecycleEngine engine = engine(AbsentWorkers.REPORT);
        company.hr.remove("1");

        Plan plan = engine.plan(ImportKind.FULL);
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.notices())
                .extracting(notice -> notice.worker().orElseThrow())
                .containsExactly(Company.ref("1"));
        assertThat(engine.run(ImportKind.FULL).notices()).isEqualTo(plan.notices());
    }

    @Test
    void s5_anIncrementalPlan_callsNobodyAbsent() {
        LifecycleEngine engine = engine(AbsentWorkers.DEACTIVATE);
        company.hr.remove("1");
        assertThat(engine.plan(ImportKind.INCREMENTAL).changes()).isEmpty();
        assertThat(engine.plan(ImportKind.INCREMENTAL).notices()).isEmpty();
    }

    @Test
    void s5_anIncrementalPlan_stillAsksAboutWhomHrNoLongerReturns() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended().with(policy -> policy.confirmNew(false)));
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.remove("1");

        Plan plan = engine.plan(ImportKind.INCREMENTAL);
        assertThat(plan.people()).singleElement().satisfies(person -> {
            assertThat(person.worker()).isEqualTo(Company.ref("1"));
            assertThat(person.pending()).containsOnly(Map.entry("okta", PendingReason.NEW));
            assertThat(person.changes()).isEmpty();
        });
        assertThat(plan.unchanged()).isZero();
        assertThat(engine.apply(plan).pending()).containsExactly(Company.ref("1"));

        Plan full = engine.plan(ImportKind.FULL);
        assertThat(full.people()).isEmpty();
        assertThat(engine.apply(full).pending()).isEmpty();
    }

    private LifecycleEngine engine(AbsentWorkers absent) {
        LifecycleEngine engine =
                company.engine(LifecyclePolicy.recommended().with(policy -> policy.absentWorkers(absent)));
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.calls();
        return engine;
    }

    @Test
    void aPlanIsCarriedOutOnTheThreadsOfTheHost_andMadeOnNoneOfThem() {
        AtomicInteger onOther = new AtomicInteger();
        Executor threads = task -> {
            onOther.incrementAndGet();
            task.run();
        };
        LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
                .target(company.okta)
                .executor(threads)
                .build();
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        Plan plan = engine.plan(ImportKind.FULL);
        assertThat(onOther).hasValue(0);
        engine.apply(plan);
        assertThat(onOther).hasPositiveValue();
    }

    /** A service that cannot be searched is listed for each question, so that there must be few of them. */
    @Test
    void s5_whatIsUniqueAndNoKey_isAskedForByThePage_andShowsWhatWouldBeRefused() {
        AtomicInteger searches = new AtomicInteger();
        InMemoryTarget okta = InMemoryTarget.builder("okta").unique("title").build();
        LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
                .target(Watched.target(okta, (method, arguments) -> {
                    if (method.equals("find")) {
                        searches.incrementAndGet();
                    }
                }))
                .build();
        for (int i = 0; i < 100; i++) {
            company.hr.put(Company.employee(String.valueOf(i), "n" + i).with("businessTitle", "title " + i));
        }
        engine.run(ImportKind.FULL);
        for (int i = 0; i < 100; i++) {
            company.hr.put(Company.employee(String.valueOf(i), "n" + i).with("businessTitle", "new " + i));
        }
        okta.update(
                okta.account(Company.login("n7")).orElseThrow().ref(),
                new AttributeDelta(Map.of("title", AttributeValue.of("new 8"))));
        searches.set(0);

        Plan plan = engine.plan(ImportKind.INCREMENTAL);
        assertThat(searches).as("searches for a hundred new titles").hasValueLessThan(10);
        engine.apply(plan);
        assertThat(engine.plan(ImportKind.INCREMENTAL).changes())
                .as("what the preview did not see")
                .isEmpty();
    }
}
