package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whoever refers to an account that goes over to another person, or in whose place its worker gets another one, refers to the
 * wrong one from then on (rules E10, E11). So this happens only once everybody who refers to it is noted to wait for a worker
 * who has none, and they are looked at again right after. They are found by the keyed hash of what they were sent, in one look
 * at all who are linked. For one thread.
 */
final class Referrers {

    private final LifecycleStore store;
    private final Outstanding outstanding;
    private final Edits edits;
    private final Session session;
    private final List<TargetBinding> bindings;
    private final Set<AccountRef> wanted = new HashSet<>();
    private final List<Again> waiting = new ArrayList<>();
    private final Set<AccountRef> noted = new HashSet<>();
    private final Set<WorkerRef> found = new TreeSet<>();

    Referrers(LifecycleStore store, Outstanding outstanding, Session session, List<TargetBinding> bindings) {
        this.store = store;
        this.outstanding = outstanding;
        this.edits = new Edits(store);
        this.session = session;
        this.bindings = bindings.stream()
                .filter(binding -> !binding.references().isEmpty())
                .toList();
    }

    /** Whether a plan takes over or replaces an account of which it is not known yet who refers to it; it is made again then. */
    boolean mustWait(SubjectPlan plan) {
        Set<AccountRef> more = new HashSet<>();
        for (TargetBinding binding : bindings) {
            Optional<SubjectPlan.TargetPlan> todo =
                    Optional.ofNullable(plan.targets().get(binding.name()));
            todo.flatMap(SubjectPlan.TargetPlan::transfer)
                    .filter(transfer -> !isSamePerson(plan.subject(), transfer.from()))
                    .map(transfer -> transfer.link().account())
                    .ifPresent(more::add);
            todo.flatMap(there -> replaced(plan.subject(), there, binding.name()))
                    .ifPresent(more::add);
        }
        more.removeAll(noted);
        Optional<Again> again = more.isEmpty() ? Optional.empty() : Again.at(plan.subject());
        again.ifPresent(waiting::add);
        again.ifPresent(any -> wanted.addAll(more));
        return again.isPresent();
    }

    /** The account in whose place the worker gets another one, or has got one from a run that was cut off (rule S4). */
    private Optional<AccountRef> replaced(Subject subject, SubjectPlan.TargetPlan todo, String target) {
        Optional<AccountRef> now = subject.link(target).map(Link::account);
        return subject.isMade(target)
                ? stored(subject.ref())
                        .flatMap(state -> state.at(target).link())
                        .map(Link::account)
                        .filter(before -> !Optional.of(before).equals(now))
                : now.filter(before -> givesAnother(todo, before));
    }

    private static boolean givesAnother(SubjectPlan.TargetPlan todo, AccountRef before) {
        return todo.plan().steps().stream()
                .map(Step::change)
                .anyMatch(change -> change.kind() == ChangeKind.CREATE
                        || (change.kind() == ChangeKind.LINK
                                && !change.account().equals(Optional.of(before))));
    }

    private Optional<WorkerState> stored(WorkerRef worker) {
        return Optional.ofNullable(store.load(List.of(worker)).get(worker));
    }

    /** D2: what goes over to another record of the same person is that person's still. */
    private boolean isSamePerson(Subject subject, WorkerRef from) {
        Optional<String> person = subject.employment().universalId();
        return person.isPresent()
                && stored(from)
                        .map(WorkerState::employment)
                        .filter(facts -> facts.universalId().equals(person))
                        .isPresent();
    }

    /** Whether somebody waits. */
    boolean areSought() {
        return !waiting.isEmpty();
    }

    /** Notes who refers to an account in whose place a person links another. */
    void note(AccountRef replaced) {
        wanted.add(replaced);
        note();
    }

    /** Notes who refers to the accounts that go over or are replaced, and gives those who wait for that. */
    List<Again> note() {
        for (TargetBinding binding : bindings) {
            Set<Long> ids = new HashSet<>();
            wanted.stream()
                    .filter(account -> account.target().equals(binding.name()))
                    .forEach(account -> ids.add(binding.diff().hash(AttributeValue.of(account.id()))));
            if (!ids.isEmpty()) {
                List<WorkerState> referring = new ArrayList<>();
                outstanding.each(new WorkerStateQuery.LinkedAt(binding.name()), state -> {
                    if (state.state().hasAccess()
                            && !attributes(state, binding, ids).isEmpty()) {
                        referring.add(state);
                    }
                });
                referring.forEach(state -> note(state, binding, ids));
            }
        }
        noted.addAll(wanted);
        wanted.clear();
        List<Again> ready = List.copyOf(waiting);
        waiting.clear();
        return ready;
    }

    private static Set<String> attributes(WorkerState state, TargetBinding binding, Set<Long> ids) {
        Set<String> attributes = new TreeSet<>();
        Optional<Link> link = state.at(binding.name()).link();
        for (String attribute : binding.references()) {
            link.flatMap(there -> binding.diff().sent(there.sent(), attribute))
                    .filter(ids::contains)
                    .ifPresent(id -> attributes.add(attribute));
        }
        return attributes;
    }

    /** S4: so that a run after one that is cut off looks again. Who has failed otherwise is looked at anyway (S3). */
    private void note(WorkerState referring, TargetBinding binding, Set<Long> ids) {
        found.add(referring.ref());
        edits.edit(referring, state -> {
            if (state.at(binding.name()).failure().isPresent()) {
                return Optional.empty();
            }
            Failure failure = new Failure(
                    ChangeKind.UPDATE,
                    FailureKind.REFERENCE_MISSING,
                    "refers to an account that its worker has no longer: "
                            + String.join(", ", attributes(state, binding, ids))
                            + "; it is completed by the next import, or when that worker has an account again",
                    1,
                    session.now(),
                    session.now(),
                    Optional.empty(),
                    Optional.empty());
            session.tries().replaced(state.ref(), binding.name(), Optional.empty());
            return Optional.of(StoreUpdate.of(
                    state.with(binding.name(), state.at(binding.name()).withFailure(Optional.of(failure))), List.of()));
        });
    }

    /** Gives those who refer to an account that has gone over or was replaced, each once, by the source's name. */
    Map<String, Set<String>> takeFound() {
        Map<String, Set<String>> bySource = new TreeMap<>();
        found.forEach(worker -> bySource.computeIfAbsent(worker.source(), any -> new TreeSet<>())
                .add(worker.id()));
        found.clear();
        return bySource;
    }
}
