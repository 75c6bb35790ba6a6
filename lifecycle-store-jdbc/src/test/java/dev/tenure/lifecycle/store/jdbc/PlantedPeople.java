package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** People with recognisable values, to whom everything happens after which a store might have kept some of it. */
final class PlantedPeople {

    /** Begins every value of a person. */
    static final String PLANTED = "Zyxqv";

    /** Begins the ids of the workers, which a store does keep. */
    static final String ID = "w-planted-";

    private static final int CUT_OFF = 5;
    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);

    private PlantedPeople() {}

    /** Lets an engine create, update, match, fail, write back and deactivate, and die while it makes an account. */
    static void live(JdbcStore store) {
        SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
        InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
        InMemoryTarget target = InMemoryTarget.named("okta");
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(hr)
                .target(target)
                .policy(LifecyclePolicy.recommended()
                        .with(policy -> policy.addWriteBack(WriteBackField.EMAIL, WriteBackField.PHONE)
                                .confirmPartial(false)))
                .store(store)
                .clock(clock)
                .build();
        hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering")));
        target.addAccount(
                login(2),
                AccountStatus.ACTIVE,
                profile(2).toBuilder().remove("city").build());
        target.addAccount(
                "other",
                AccountStatus.ACTIVE,
                Attributes.builder()
                        .put("login", PLANTED + "-other")
                        .put("firstName", PLANTED + "first3")
                        .put("lastName", PLANTED + "last3")
                        .build());
        for (int who = 1; who <= 4; who++) {
            hr.put(HrRecord.of(
                    ID + who,
                    Employment.builder().hireDate(HIRED).firstDayOfWork(HIRED).build(),
                    profile(who)));
        }
        target.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.INVALID_VALUE).on(login(4)));
        engine.run(ImportKind.FULL);
        refuseToBeTold(engine, hr, target);
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        hr.put(hr.worker(ID + 1).orElseThrow().with("mobilePhone", PLANTED + "+1 555"));
        target.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.UNAVAILABLE).times(1));
        engine.run(ImportKind.INCREMENTAL);
        engine.run(ImportKind.INCREMENTAL);
        hr.put(hr.worker(ID + 1)
                .orElseThrow()
                .withEmployment(Employment.builder()
                        .hireDate(HIRED)
                        .terminationDate(LocalDate.of(2026, 3, 1))
                        .active(false)
                        .build()));
        engine.run(ImportKind.FULL);
        hr.put(HrRecord.of(
                ID + CUT_OFF,
                Employment.builder().hireDate(HIRED).firstDayOfWork(HIRED).build(),
                profile(CUT_OFF)));
        target.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.CRASH).afterTheAct());
        try {
            engine.run(ImportKind.INCREMENTAL);
        } catch (SimulatedCrash killed) {
            return;
        }
        throw new AssertionError("nobody was created who could be cut off");
    }

    /** HR is told of an address that somebody changed at the target: in vain at first, and by the next import then. */
    private static void refuseToBeTold(LifecycleEngine engine, InMemoryHrSource hr, InMemoryTarget target) {
        target.set(login(1), new AttributeDelta(Map.of("email", AttributeValue.of(PLANTED + "desk@acme.test"))));
        hr.inject(Fault.of(ChangeKind.WRITE_BACK, Fault.Effect.INVALID_VALUE).times(1));
        engine.run(ImportKind.FULL);
        if (engine.failures().stream().noneMatch(item -> item.failure().change() == ChangeKind.WRITE_BACK)) {
            throw new AssertionError("HR was told of everybody");
        }
        engine.run(ImportKind.FULL);
        if (hr.calls().isEmpty()) {
            throw new AssertionError("HR was told of nobody");
        }
    }

    private static String login(int who) {
        return PLANTED.toLowerCase(Locale.ROOT) + who + "@acme.test";
    }

    private static Attributes profile(int who) {
        return Attributes.builder()
                .put("userName", login(who))
                .put("login", login(who))
                .put("email", login(who))
                .put("firstName", PLANTED + "first" + who)
                .put("lastName", PLANTED + "last" + who)
                .put("city", PLANTED + "city")
                .put("secondEmail", PLANTED + "home@acme.test")
                .put("employeeID", PLANTED + "-42")
                .build();
    }
}
