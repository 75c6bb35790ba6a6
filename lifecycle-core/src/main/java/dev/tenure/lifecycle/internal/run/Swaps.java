package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.internal.match.Matcher;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Unties workers who swap values that a target lets only one account have: each waits for another to go first. One of them
 * makes way with a value that nobody has, the others follow, and it comes last (rule E10). What it was sent meanwhile is not
 * its profile, so that a run after one that was cut off sends that. Safe for use by several threads.
 */
final class Swaps {

    private static final int MOST_VALUES = 100;

    private final PageLookup lookups;
    private final Map<String, TargetBinding> bindings;
    private final NavigableMap<WorkerRef, SubjectPlan> refused = new ConcurrentSkipListMap<>();
    private final Map<Place, Map<String, AttributeValue>> standIns = new ConcurrentHashMap<>();

    Swaps(PageLookup lookups, Map<String, TargetBinding> bindings) {
        this.lookups = lookups;
        this.bindings = Map.copyOf(bindings);
    }

    private record Place(WorkerRef worker, String target) {}

    /** Notes whether a target refused a key to a worker although this run thought it free. */
    void note(SubjectPlan plan, boolean wasRefused) {
        if (wasRefused && plan.subject().worker().isPresent()) {
            refused.put(plan.subject().ref(), plan);
        } else {
            refused.remove(plan.subject().ref());
        }
    }

    boolean isRefused(WorkerRef worker) {
        return refused.containsKey(worker);
    }

    /** How many are refused something. */
    int refused() {
        return refused.size();
    }

    /** Those of them who wait for none of the others any more, in order. */
    List<Worker> free() {
        return refused.values().stream()
                .filter(plan -> plan.targets().keySet().stream()
                        .allMatch(target -> inTheWayOf(plan, target).isEmpty()))
                .flatMap(plan -> plan.subject().worker().stream())
                .toList();
    }

    /** A draft with what its worker makes way with, as long as it does. */
    Draft standIn(Draft draft, String target) {
        Map<String, AttributeValue> values =
                standIns.get(new Place(draft.subject().ref(), target));
        if (values == null || draft.profile().isEmpty()) {
            return draft;
        }
        Attributes.Builder changed = draft.values().toBuilder();
        values.forEach((name, value) -> {
            if (value.isNull()) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        });
        Profile standIn = draft.profile().get().withValues(changed.build());
        return draft.withProfile(standIn, binding(target).diff().whole(standIn));
    }

    boolean makesWay(WorkerRef worker, String target) {
        return standIns.containsKey(new Place(worker, target));
    }

    /**
     * Lets one worker of a circle make way the next time it is planned.
     *
     * @param except who has done so before
     * @return the worker; empty if nobody waits for each other
     */
    Optional<Worker> letOneMakeWay(Collection<WorkerRef> except) {
        for (SubjectPlan plan : refused.values()) {
            for (String target : plan.targets().keySet()) {
                if (!except.contains(plan.subject().ref()) && isInCircle(plan, target) && makeWay(plan, target)) {
                    return plan.subject().worker();
                }
            }
        }
        return Optional.empty();
    }

    /** Nobody makes way any longer. */
    void over() {
        standIns.clear();
    }

    /** Gives a worker back what it made way with, since the others could not follow. */
    void giveBack(SubjectPlan plan) {
        plan.targets().keySet().forEach(target -> {
            Map<String, AttributeValue> before = new LinkedHashMap<>();
            keys(plan, target)
                    .forEach(change ->
                            before.put(change.attribute(), change.before().orElse(AttributeValue.NULL)));
            if (!before.isEmpty()) {
                standIns.put(new Place(plan.subject().ref(), target), before);
            }
        });
    }

    /** The plan that was refused. */
    Optional<SubjectPlan> plan(WorkerRef worker) {
        return Optional.ofNullable(refused.get(worker));
    }

    private boolean isInCircle(SubjectPlan start, String target) {
        Deque<SubjectPlan> open = new ArrayDeque<>(inTheWayOf(start, target));
        Set<WorkerRef> seen = new TreeSet<>();
        while (!open.isEmpty()) {
            SubjectPlan next = open.removeFirst();
            if (next.subject().ref().equals(start.subject().ref())) {
                return true;
            }
            if (seen.add(next.subject().ref())) {
                open.addAll(inTheWayOf(next, target));
            }
        }
        return false;
    }

    /** Those whose accounts have what a worker is to get. */
    private List<SubjectPlan> inTheWayOf(SubjectPlan plan, String target) {
        List<SubjectPlan> inTheWay = new ArrayList<>();
        for (SubjectPlan other : refused.values()) {
            boolean has = keys(plan, target).stream()
                    .anyMatch(wanted -> keys(other, target).stream().anyMatch(given -> passes(given, wanted)));
            if (has && !other.subject().ref().equals(plan.subject().ref())) {
                inTheWay.add(other);
            }
        }
        return inTheWay;
    }

    /** Whether one gives up what another wants. */
    private static boolean passes(AttributeChange given, AttributeChange wanted) {
        return given.attribute().equals(wanted.attribute())
                && given.before()
                        .filter(value -> !value.isNull() && !wanted.after().isNull())
                        .filter(value -> Matcher.fold(value.asText())
                                .equals(Matcher.fold(wanted.after().asText())))
                        .isPresent();
    }

    private List<AttributeChange> keys(SubjectPlan plan, String target) {
        Set<String> keys = new TreeSet<>(binding(target).description().keys());
        keys.add(binding(target).description().login());
        return plan.at(target).plan().steps().stream()
                .map(Step::change)
                .filter(change -> change.kind() == ChangeKind.UPDATE)
                .flatMap(change -> change.attributes().stream())
                .filter(change -> keys.contains(change.attribute()))
                .toList();
    }

    /** What another waits for gets a value that nobody has, and other keys stay until the worker's turn. */
    private boolean makeWay(SubjectPlan plan, String target) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (AttributeChange change : keys(plan, target)) {
            boolean wanted = refused.values().stream()
                    .flatMap(other -> keys(other, target).stream())
                    .anyMatch(other -> passes(change, other));
            Optional<AttributeValue> value = wanted ? free(target, change) : change.before();
            if (value.isEmpty()) {
                return false;
            }
            values.put(change.attribute(), value.get());
        }
        standIns.put(new Place(plan.subject().ref(), target), values);
        return true;
    }

    private Optional<AttributeValue> free(String target, AttributeChange change) {
        String text = change.before().orElseThrow().asText();
        int at = text.indexOf('@') < 0 ? text.length() : text.indexOf('@');
        for (int number = 2; number <= MOST_VALUES; number++) {
            String value = text.substring(0, at) + number + text.substring(at);
            if (lookups.having(binding(target), Set.of(AccountKey.of(change.attribute(), value)))
                    .all()
                    .isEmpty()) {
                return Optional.of(AttributeValue.of(value));
            }
        }
        return Optional.empty();
    }

    private TargetBinding binding(String target) {
        TargetBinding binding = bindings.get(target);
        if (binding == null) {
            throw new IllegalStateException("No target is named " + target);
        }
        return binding;
    }
}
