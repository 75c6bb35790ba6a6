package dev.tenure.lifecycle.testkit.report;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentBuilder;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Systems, a clock at nine on a Monday in March, and workers to put in. */
final class ReportWorld {

    static final AttributeMapping MAPPING = AttributeMapping.builder()
            .row("login", "source.userName")
            .row("email", "source.email")
            .row("firstName", "source.firstName")
            .row("lastName", "source.lastName")
            .row("department", "source.businessUnit")
            .row("title", "source.businessTitle")
            .rowOnCreate("nickName", "source.firstName")
            .build();

    final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    final InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
    final InMemoryTarget okta = InMemoryTarget.named("okta");
    final InMemoryStore store = new InMemoryStore();

    LifecycleEngine engine() {
        return engine(UnaryOperator.identity());
    }

    LifecycleEngine engine(UnaryOperator<dev.tenure.lifecycle.policy.LifecyclePolicyBuilder> switches) {
        return engine(LifecyclePolicy.recommended().with(switches), store);
    }

    LifecycleEngine engine(LifecyclePolicy policy, InMemoryStore where) {
        return LifecycleEngine.builder()
                .source(hr)
                .target(okta)
                .mapping(MAPPING)
                .policy(policy)
                .store(where)
                .clock(clock)
                .build();
    }

    void imported(HrRecord... workers) {
        hr.put(workers);
        engine().run(ImportKind.FULL);
    }

    /** Changes the title of worker a at the target. */
    void setTitle(String title) {
        okta.set("a@example.com", new AttributeDelta(Map.of("title", AttributeValue.of(title))));
    }

    static WorkerRef ref(String id) {
        return new WorkerRef("hr", id);
    }

    static HrRecord worker(String id) {
        return worker(id, UnaryOperator.identity());
    }

    /** Hired two years ago in Lisbon, unless said otherwise. */
    static HrRecord worker(String id, UnaryOperator<EmploymentBuilder> employment) {
        LocalDate hire = LocalDate.parse("2024-03-01");
        Employment facts = employment
                .apply(Employment.builder().hireDate(hire).firstDayOfWork(hire).preferredTimeZone("Europe/Lisbon"))
                .build();
        Attributes profile = Attributes.builder()
                .put("userName", id + "@example.com")
                .put("email", id + "@example.com")
                .put("firstName", "First" + id)
                .put("lastName", "Last" + id)
                .put("businessUnit", "Engineering")
                .put("businessTitle", "Engineer")
                .build();
        return HrRecord.of(id, facts, profile);
    }

    static UnaryOperator<EmploymentBuilder> endsOn(String date) {
        return employment -> employment.terminationDate(LocalDate.parse(date));
    }

    static UnaryOperator<EmploymentBuilder> startsOn(String date) {
        return employment -> employment.hireDate(LocalDate.parse(date)).firstDayOfWork(LocalDate.parse(date));
    }

    /** An account as the worker's would be, made by somebody else. */
    void addAccountOf(HrRecord worker, AccountStatus status) {
        okta.addAccount(
                worker.id() + "@example.com",
                status,
                Attributes.builder()
                        .put("email", worker.id() + "@example.com")
                        .put("firstName", "First" + worker.id())
                        .put("lastName", "Last" + worker.id())
                        .put("department", "Engineering")
                        .put("title", "Engineer")
                        .build());
    }
}
