package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.testkit.CrashPoints;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A scenario told for {@link CrashPoints}: what its steps expect is not looked at, only how it ends. */
final class ScenarioStory implements CrashPoints.Story {

    private final Scenario scenario;
    private final ScenarioWorld world;
    private final LifecycleStore store;

    ScenarioStory(Scenario scenario, int pageSize, LifecycleStore store) {
        this.scenario = scenario;
        this.world = new ScenarioWorld(scenario, pageSize);
        this.store = store;
    }

    @Override
    public CrashPoints.Systems systems() {
        return CrashPoints.Systems.of(world.hr(), world.target(), store);
    }

    @Override
    public LifecycleEngine engine(CrashPoints.Systems systems) {
        return world.engine(systems.sources().get(0), systems.targets().get(0), systems.store());
    }

    @Override
    public List<CrashPoints.Step> steps() {
        return scenario.steps().stream()
                .map(step -> new CrashPoints.Step(
                        "step at " + step.at() + ", " + step.action().text(),
                        () -> world.prepare(step),
                        step.action().run()))
                .toList();
    }

    @Override
    public Object endState() {
        LifecycleEngine engine = world.engine(world.hr(), world.target(), store);
        List<Account> accounts = world.target().all();
        Map<AccountRef, WorkerRef> owners =
                store.owners(accounts.stream().map(Account::ref).toList());
        Map<String, String> users = new TreeMap<>();
        for (Account account : accounts) {
            users.put(
                    account.login(),
                    account.status() + " of " + owners.get(account.ref()) + " "
                            + CallText.of(account.attributes().asMap()));
        }
        return new StringJoiner("\n")
                .add("users " + users)
                .add("groups " + world.target().membersByGroup())
                .add("pending "
                        + engine.pending().stream()
                                .map(item ->
                                        item.worker() + " " + item.pending().why())
                                .sorted()
                                .toList())
                .add("failed "
                        + engine.failures().stream()
                                .map(item ->
                                        item.worker() + " " + item.failure().change())
                                .sorted()
                                .toList())
                .add("held "
                        + engine.held().stream()
                                .map(held -> held.kind() + " " + held.count() + " of " + held.of())
                                .toList())
                .add("next " + engine.nextTransition())
                .toString();
    }
}
