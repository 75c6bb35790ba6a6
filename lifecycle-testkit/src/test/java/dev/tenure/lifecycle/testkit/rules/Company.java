package dev.tenure.lifecycle.testkit.rules;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LifecycleEngineBuilder;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.RecordedCall;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One HR system, one target and what an engine needs, for tests of single rules. */
final class Company {

    static final LocalDate LONG_AGO = LocalDate.parse("2020-01-06");

    final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    final InMemoryHrSource hr;
    final InMemoryTarget okta = InMemoryTarget.named("okta");
    final InMemoryStore store = new InMemoryStore();

    Company() {
        this(100);
    }

    /** With so many workers to a page. */
    Company(int pageSize) {
        hr = InMemoryHrSource.builder("hr", clock).pageSize(pageSize).build();
    }

    LifecycleEngineBuilder builder(LifecyclePolicy policy) {
        return LifecycleEngine.builder().source(hr).policy(policy).store(store).clock(clock);
    }

    LifecycleEngine engine(LifecyclePolicy policy) {
        return builder(policy).target(okta).build();
    }

    LifecycleEngine engine(LifecyclePolicy policy, TargetUse use) {
        return builder(policy).target(okta, use).build();
    }

    static HrRecord employee(String id, String name) {
        Employment employment = Employment.builder()
                .hireDate(LONG_AGO)
                .firstDayOfWork(LONG_AGO)
                .locationTimeZone("UTC")
                .build();
        return HrRecord.of(id, employment, Attributes.empty())
                .with("employeeID", id)
                .with("firstName", name)
                .with("lastName", "Okoro")
                .with("userName", login(name))
                .with("email", login(name));
    }

    static HrRecord ended(HrRecord record, String on) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .terminationDate(LocalDate.parse(on))
                .active(false)
                .build());
    }

    static String login(String name) {
        return name.toLowerCase(Locale.ROOT) + "@acme.test";
    }

    static WorkerRef ref(String id) {
        return new WorkerRef("hr", id);
    }

    /** The id of the account at Okta that has a login. */
    String account(String login) {
        return okta.account(login).orElseThrow().ref().id();
    }

    /** The id of the account to which the one with a login refers as its manager; null if to none. */
    @Nullable
    String manager(String login) {
        return okta.account(login).orElseThrow().attributes().text("manager").orElse(null);
    }

    /** What was written since this was last asked, in words. */
    List<String> calls() {
        List<String> calls = okta.calls().stream().map(Company::inWords).toList();
        okta.forgetCalls();
        return calls;
    }

    private static String inWords(RecordedCall call) {
        return call.op()
                + call.group().map(name -> " " + name).orElse("")
                + call.user().map(login -> " " + login).orElse("");
    }
}
