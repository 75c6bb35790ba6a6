package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.perform.Closer;
import dev.tenure.lifecycle.internal.run.perform.Closing;
import dev.tenure.lifecycle.internal.run.session.Claims;
import dev.tenure.lifecycle.internal.run.session.Parallel;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The closings of a run: those of workers whom it names are made at once, the others wait until everything is read and then
 * pass the gate or are held (rule S1).
 */
final class Closings {

    private final LifecyclePolicy policy;
    private final LifecycleStore store;
    private final Claims claims;
    private final Map<String, TargetBinding> bindings;
    private final Closer closer;
    private final Parallel parallel;
    private final Consumer<SubjectPlan> overtaken;
    private final Map<Place, List<Closing>> waiting = Collections.synchronizedMap(new LinkedHashMap<>());

    Closings(
            LifecyclePolicy policy,
            LifecycleStore store,
            Claims claims,
            Map<String, TargetBinding> bindings,
            Closer closer,
            Parallel parallel,
            Consumer<SubjectPlan> overtaken) {
        this.policy = policy;
        this.store = store;
        this.claims = claims;
        this.bindings = bindings;
        this.closer = closer;
        this.parallel = parallel;
        this.overtaken = overtaken;
    }

    /** A worker at a target: whoever is looked at twice in one run is closed, and counted, once. */
    private record Place(WorkerRef worker, String target) {}

    /** One way of closing accounts at one target: what the gate counts together. */
    private record Way(String target, ChangeKind kind) {}

    /** Makes the closings of a worker whom the run names, and lets the others wait. */
    void take(SubjectPlan plan, List<Closing> open) {
        if (open.isEmpty() && waiting.isEmpty()) {
            return;
        }
        boolean named = plan.subject().manner().named();
        List<Closing> atOnce = open.stream()
                .filter(closing -> named || plan.at(closing.target()).ungated())
                .toList();
        for (int i = 0; i < atOnce.size(); i++) {
            closer.close(atOnce.get(i), i == open.size() - 1);
        }
        WorkerRef worker = plan.subject().ref();
        plan.targets().keySet().forEach(target -> waiting.remove(new Place(worker, target)));
        open.stream()
                .filter(closing -> !atOnce.contains(closing))
                .forEach(closing -> waiting.computeIfAbsent(
                                new Place(worker, closing.target()), any -> new ArrayList<>())
                        .add(closing));
    }

    /**
     * Once everything is read, what waits passes or is held, by target and way.
     *
     * @return whether anything waited
     */
    boolean passGate() {
        Map<Way, List<Closing>> byWay = new LinkedHashMap<>();
        Map<WorkerRef, Integer> open = new HashMap<>();
        List<Closing> all =
                List.copyOf(waiting.values()).stream().flatMap(List::stream).toList();
        for (Closing closing : all) {
            Way way = new Way(closing.target(), closing.step().change().kind());
            byWay.computeIfAbsent(way, any -> new ArrayList<>()).add(closing);
            open.merge(closing.plan().subject().ref(), 1, Integer::sum);
        }
        waiting.clear();
        byWay.forEach((way, closings) -> passGate(way, closings, open));
        return !all.isEmpty();
    }

    private void passGate(Way way, List<Closing> closings, Map<WorkerRef, Integer> open) {
        int withAccess = store.countWithAccess(way.target());
        boolean holds = binding(way.target()).gate(way.kind(), policy).holds(closings.size(), withAccess);
        int held = (int)
                closings.stream().filter(closing -> !wasLetThrough(closing)).count();
        List<Ready> ready = new ArrayList<>();
        for (Closing closing : closings) {
            ready.add(new Ready(closing, open.merge(closing.plan().subject().ref(), -1, Integer::sum) == 0));
        }
        claims.each(
                ready,
                one -> one.closing().plan().subject().ref(),
                one -> true,
                ours -> parallel.each(
                        ours, one -> closeOrHold(one, holds && !wasLetThrough(one.closing()), held, withAccess)),
                one -> overtaken.accept(one.closing().plan()));
    }

    /** S1, S3: what was let through before and failed then is tried again, though it counts. */
    private static boolean wasLetThrough(Closing closing) {
        AccountState known = closing.plan().subject().at(closing.target());
        return known.hold().isEmpty()
                && known.failure()
                        .filter(failure -> failure.change().takesAccess())
                        .isPresent();
    }

    /** A closing, and whether it is the last one of its worker. */
    private record Ready(Closing closing, boolean last) {}

    private void closeOrHold(Ready ready, boolean holds, int count, int of) {
        claims.keep();
        try {
            if (holds) {
                closer.hold(ready.closing(), count, of, ready.last());
            } else {
                closer.close(ready.closing(), ready.last());
            }
        } catch (StaleStateException stale) {
            overtaken.accept(ready.closing().plan());
        }
    }

    private TargetBinding binding(String target) {
        TargetBinding binding = bindings.get(target);
        if (binding == null) {
            throw new IllegalStateException("No target is named " + target);
        }
        return binding;
    }
}
