package dev.tenure.lifecycle.testkit.history;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.Leaving;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LifecycleEngineBuilder;
import dev.tenure.lifecycle.engine.PendingItem;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small company to which a random history happens, with one engine: HR and a system of vendors; a target for everybody that
 * deactivates, one for the group Engineering that suspends, one for all but those with the second title that deletes and lets
 * nobody have the address of another, and one where nothing becomes of the account of who leaves.
 */
final class HistoryWorld {

    static final int PEOPLE = 4;

    /** The target where an account stays open when its owner leaves. */
    static final String LEAVES_OPEN = "archive";

    /** The target where no two accounts have one address. */
    private static final String UNIQUE_ADDRESSES = "scim";

    private static final Set<String> SCOPE_GROUPS = Set.of("Engineering", "Engineeringx");

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final Staff staff = new Staff(clock, PEOPLE);
    private final List<InMemoryTarget> targets = new ArrayList<>();
    private final InMemoryStore store = new InMemoryStore();
    private final List<LifecycleListener> listeners = new ArrayList<>();
    private final LifecycleEngine engine;

    HistoryWorld(Setting setting) {
        LifecycleEngineBuilder builder = LifecycleEngine.builder()
                .source(staff.hr())
                .source(staff.vendors())
                .mapping(AttributeMapping.builder()
                        .addAll(DefaultMappings.hrToOkta())
                        .row("manager", "source.managerId")
                        .row("division", "vendors.division")
                        .build())
                .policy(setting.policy())
                .store(store)
                .clock(clock)
                .listener(new LifecycleListener() {
                    @Override
                    public void changed(Change change, JournalEntry entry) {
                        listeners.forEach(listener -> listener.changed(change, entry));
                    }
                });
        TargetUse everybody = TargetUse.identityProfile().withReference("manager");
        List<TargetUse> uses = List.of(
                everybody,
                everybody.withScopeGroups(SCOPE_GROUPS).withLeaving(Leaving.SUSPEND),
                everybody.withScope("user.title != \"Title 2\"").withLeaving(Leaving.DELETE),
                everybody.withLeaving(Leaving.NONE));
        List<String> names = List.of("okta", "ad", UNIQUE_ADDRESSES, LEAVES_OPEN);
        for (int i = 0; i < setting.targets(); i++) {
            InMemoryTarget.Builder kind = InMemoryTarget.builder(names.get(i));
            InMemoryTarget target = (names.get(i).equals(UNIQUE_ADDRESSES) ? kind.unique("email") : kind).build();
            targets.add(target);
            builder.target(target, uses.get(i));
        }
        engine = builder.build();
    }

    LifecycleEngine engine() {
        return engine;
    }

    List<InMemoryTarget> targets() {
        return List.copyOf(targets);
    }

    List<String> targetNames() {
        return targets.stream().map(InMemoryTarget::name).toList();
    }

    Staff staff() {
        return staff;
    }

    /** Lets an event happen; imports among them are run. */
    void happen(Event event) {
        try {
            if (event.isBy(Event.By.HR)) {
                staff.happen(event);
            } else {
                others(event);
            }
        } catch (SimulatedCrash killed) {
            // The next run goes on from what the store knows.
        }
        staff.noteTheDay();
    }

    private void others(Event event) {
        switch (event.kind()) {
            case REVIVED_BY_HAND -> setStatus(event, AccountStatus.DEACTIVATED, AccountStatus.ACTIVE);
            case SUSPENDED_BY_HAND -> setStatus(event, AccountStatus.ACTIVE, AccountStatus.SUSPENDED);
            case EDITED_BY_HAND ->
                byHand(event)
                        .ifPresent(login -> targets.get(0)
                                .set(login, new AttributeDelta(Map.of("city", AttributeValue.of("Elsewhere")))));
            case REMOVED_BY_HAND -> byHand(event).ifPresent(targets.get(0)::removeAccount);
            case FAIL_ONCE -> fail(event, Fault.of(call(event), Fault.Effect.UNAVAILABLE));
            case REFUSE_ONCE -> fail(event, Fault.of(call(event), Fault.Effect.INVALID_VALUE));
            case LOSE_ANSWER ->
                fail(event, Fault.of(call(event), Fault.Effect.UNAVAILABLE).afterTheAct());
            case KILL -> {
                Fault killed = Fault.of(call(event), Fault.Effect.CRASH);
                fail(event, event.days() < 0 ? killed : killed.afterTheAct());
            }
            case PASS_TIME -> clock.advance(Duration.ofHours(7L * (1 + event.variant())));
            case FULL -> engine.run(ImportKind.FULL);
            case INCREMENTAL -> engine.run(ImportKind.INCREMENTAL);
            case REAL_TIME -> engine.realTime(List.of(ref(event)));
            case REAL_TIME_OF_ALL -> engine.realTime(staff.all());
            case ADVANCE -> engine.advance();
            case PLAN_AND_APPLY -> engine.apply(engine.plan(ImportKind.INCREMENTAL));
            case CONFIRM ->
                engine.confirm(engine.pending().stream()
                        .map(PendingItem::worker)
                        .distinct()
                        .toList());
            case RETRY -> engine.retry(List.of(ref(event)));
            case APPROVE -> engine.approve();
            case DISCARD -> engine.discard();
            default -> throw new IllegalArgumentException(event + " is of HR");
        }
    }

    private WorkerRef ref(Event event) {
        return event.variant() == 2
                ? new WorkerRef(Staff.VENDORS, "V" + event.who())
                : new WorkerRef(Staff.HR, staff.newest(event));
    }

    private Optional<String> byHand(Event event) {
        return targets.get(0).all().stream()
                .map(Account::login)
                .filter(login -> login.startsWith("name" + event.who()))
                .findFirst();
    }

    private void setStatus(Event event, AccountStatus from, AccountStatus to) {
        byHand(event)
                .flatMap(login -> targets.get(0).account(login))
                .filter(account -> account.status() == from)
                .ifPresent(account -> targets.get(0).setStatus(account.login(), to));
    }

    private static ChangeKind call(Event event) {
        return List.of(ChangeKind.CREATE, ChangeKind.UPDATE, ChangeKind.DEACTIVATE)
                .get(event.variant());
    }

    private void fail(Event event, Fault fault) {
        targets.get(event.who() % targets.size()).inject(fault.times(1));
    }

    void endFaults() {
        targets.forEach(InMemoryTarget::clearFaults);
    }

    void listen(LifecycleListener listener) {
        listeners.add(listener);
    }

    ImportRun run(ImportKind kind) {
        return engine.run(kind);
    }

    void forgetCalls() {
        targets.forEach(InMemoryTarget::forgetCalls);
    }

    /** What was written since this was last forgotten, at all targets. */
    List<String> calls() {
        return targets.stream()
                .flatMap(target -> target.calls().stream().map(call -> target.name() + " " + call))
                .toList();
    }

    boolean somebodyIsBackedOff() {
        return engine.failures().stream()
                .flatMap(item -> item.failure().retryAt().stream())
                .anyMatch(at -> at.isAfter(clock.instant()));
    }

    List<WorkerState> states() {
        return store.find(new WorkerStateQuery.All(), Optional.empty(), 1000);
    }
}
