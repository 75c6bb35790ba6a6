package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.testkit.scenario.Expectation.Held;
import dev.tenure.lifecycle.testkit.scenario.Expectation.User;
import dev.tenure.lifecycle.testkit.scenario.Expectation.Waiting;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what a step did and left behind with what is expected. */
final class ExpectationCheck {

    private final ScenarioWorld world;
    private final LifecycleEngine engine;
    private final Optional<ImportRun> run;
    private final List<String> problems = new ArrayList<>();

    ExpectationCheck(ScenarioWorld world, LifecycleEngine engine, Optional<ImportRun> run) {
        this.world = world;
        this.engine = engine;
        this.run = run;
    }

    List<String> check(Expectation expected) {
        run.flatMap(ImportRun::failure).ifPresent(why -> problems.add("the run could not be finished: " + why));
        expected.calls().ifPresent(calls -> problems.addAll(CallComparison.compare(calls, world.calls())));
        expected.users().ifPresent(users -> users.forEach(this::user));
        expected.groups().ifPresent(this::groups);
        expected.pending().ifPresent(pending -> sets("pending", pending, pending()));
        expected.failed().ifPresent(failed -> sets("failed", failed, failed()));
        expected.absent()
                .ifPresent(absent ->
                        sets("absent", absent, ids(run.map(ImportRun::absent).orElse(List.of()))));
        expected.held().ifPresent(this::held);
        expected.nextTransition().ifPresent(next -> same("nextTransition", next.at(), engine.nextTransition()));
        if (!problems.isEmpty()) {
            engine.failures()
                    .forEach(item -> problems.add("to know: " + item.worker() + " failed: "
                            + item.failure().message()));
        }
        return problems;
    }

    private void user(String login, Optional<User> expected) {
        Optional<Account> found = world.target().account(login);
        if (expected.isEmpty() || found.isEmpty()) {
            if (expected.isPresent() || found.isPresent()) {
                problems.add("users: " + login + " is " + (found.isPresent() ? "" : "not ") + "there; there are "
                        + world.target().all().stream().map(Account::login).toList());
            }
            return;
        }
        expected.get()
                .status()
                .filter(status -> status != found.get().status())
                .ifPresent(status -> problems.add("users: " + login + " should be " + status + " and is "
                        + found.get().status()));
        expected.get().profile().forEach((name, value) -> attribute(login, name, value, found.get()));
    }

    private void attribute(String login, String name, AttributeValue expected, Account account) {
        AttributeValue actual = account.attributes().get(name).orElse(AttributeValue.NULL);
        if (!CallText.of(expected).equals(CallText.of(actual))) {
            problems.add("users: " + login + " should have " + name + "=" + CallText.of(expected) + " and has "
                    + CallText.of(actual));
        }
    }

    private void groups(Map<String, Set<String>> expected) {
        Map<String, Set<String>> actual = world.target().membersByGroup();
        if (!expected.equals(actual)) {
            problems.add("groups: expected " + expected + " but was " + actual);
        }
    }

    private void held(List<Held> expected) {
        List<Held> actual = engine.held().stream()
                .map(held -> new Held(held.kind(), held.count(), held.of()))
                .toList();
        if (!actual.equals(expected)) {
            problems.add("held: expected " + (expected.isEmpty() ? "nothing" : expected) + " but was "
                    + (actual.isEmpty() ? "nothing" : actual));
        }
    }

    private Set<Waiting> pending() {
        return engine.pending().stream()
                .map(item ->
                        new Waiting(item.worker().id(), item.pending().why().name()))
                .collect(Collectors.toSet());
    }

    private Set<String> failed() {
        return ids(engine.failures().stream().map(item -> item.worker()).toList());
    }

    private static Set<String> ids(Collection<WorkerRef> workers) {
        return workers.stream().map(WorkerRef::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private <T> void sets(String what, Set<T> expected, Set<T> actual) {
        for (T one : expected) {
            if (!actual.contains(one)) {
                problems.add(what + ": missing    " + one);
            }
        }
        for (T one : actual) {
            if (!expected.contains(one)) {
                problems.add(what + ": unexpected " + one);
            }
        }
    }

    private <T> void same(String what, Optional<T> expected, Optional<T> actual) {
        if (!expected.equals(actual)) {
            problems.add(what + ": expected " + expected.map(String::valueOf).orElse("none") + " but was "
                    + actual.map(String::valueOf).orElse("none"));
        }
    }
}
