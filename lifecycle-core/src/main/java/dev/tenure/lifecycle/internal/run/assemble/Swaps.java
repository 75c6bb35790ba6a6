package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.internal.memory.IdSet;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.correlate.PageLookup;
import dev.tenure.lifecycle.internal.run.correlate.TakenKeys;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Draft;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.target.TargetDescription;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Unties workers who swap, or pass on, values that a target lets only one account have: each waits for another to go first.
 * Where they go round, one of them makes way with a value that nobody has, the others follow, and it comes last (rule E10).
 * What it was sent meanwhile is not its profile, so that a run after one that was cut off sends that. Safe for use by several
 * threads.
 */
public final class Swaps {

    private static final int MOST_VALUES = 100;

    /** What Active Directory takes as a logon name; other targets take more. */
    private static final int LONGEST_NAME = 20;

    private final PageLookup lookups;
    private final TakenKeys taken;
    private final Map<String, TargetBinding> bindings;
    private final Map<WorkerRef, Refused> refused = new TreeMap<>();
    private final Handovers<Place, Key> handovers = new Handovers<>();
    private final IdSet givenUp = new IdSet();
    private final Set<WorkerRef> mayMove = new TreeSet<>();
    private final Set<Place> trying = new HashSet<>();
    private final Set<Place> stuck = new HashSet<>();
    private final GoingWithout<Place> without = new GoingWithout<>();
    private final Map<Place, Values> makingWay = new ConcurrentHashMap<>();
    private final Map<Place, Values> madeWay = new HashMap<>();

    public Swaps(PageLookup lookups, TakenKeys taken, Map<String, TargetBinding> bindings) {
        this.lookups = lookups;
        this.taken = taken;
        this.bindings = Map.copyOf(bindings);
    }

    private record Place(WorkerRef worker, String target) {}

    private record Key(String target, String attribute, String folded) {

        String id() {
            return target + '\n' + attribute + '\n' + folded;
        }
    }

    /** A plan, with the keys that targets refused it, by target. */
    private record Refused(SubjectPlan plan, Map<String, List<AttributeChange>> keys) {}

    /** What a worker is sent in place of its own keys, and what it had before. */
    private record Values(Map<String, AttributeValue> sent, Map<String, AttributeValue> before) {}

    /** Notes which targets refused a key to a worker although this run thought it free. */
    public synchronized void note(SubjectPlan plan, Map<String, Conflict> refusals) {
        WorkerRef worker = plan.subject().ref();
        Map<String, List<AttributeChange>> keys = new TreeMap<>();
        plan.targets().forEach((target, todo) -> {
            Place place = new Place(worker, target);
            Optional<Conflict> refusal = Optional.ofNullable(refusals.get(target));
            List<AttributeChange> changes = changes(target, todo, refusal);
            Set<Key> gives = keys(
                    target,
                    changes.stream()
                            .flatMap(change ->
                                    change.before().map(value -> Map.entry(change.attribute(), value)).stream()));
            boolean tried = trying.remove(place);
            without.note(
                    place,
                    refusal.filter(any -> plan.subject().link(target).isPresent())
                            .flatMap(any -> besideOthers(any, changes)));
            if (refusal.isPresent()) {
                if (tried) {
                    stuck.add(place);
                }
                Set<String> contested = contested(target, refusal.get());
                Set<Key> wants = keys(
                        target,
                        changes.stream()
                                .filter(change -> contested.contains(change.attribute()))
                                .map(change -> Map.entry(change.attribute(), change.after())));
                keys.put(target, changes);
                // Once: what was given up may have gone to another, or not have been given up after all.
                if (!handovers.waits(place) && wants.stream().map(Key::id).anyMatch(givenUp::contains)) {
                    mayMove.add(worker);
                }
                handovers.put(place, gives, wants);
            } else {
                handovers.remove(place);
                gives.forEach(key -> givenUp.add(key.id()));
                handovers.waitingFor(gives).forEach(waiting -> mayMove.add(waiting.worker()));
            }
        });
        if (keys.isEmpty() || plan.subject().worker().isEmpty()) {
            refused.remove(worker);
        } else {
            refused.put(worker, new Refused(plan, keys));
        }
    }

    /** What was refused, where other keys would go without it. */
    private static Optional<String> besideOthers(Conflict refusal, List<AttributeChange> changes) {
        return refusal.attribute()
                .filter(name ->
                        changes.stream().anyMatch(change -> !change.attribute().equals(name)));
    }

    /** What tells accounts apart, as far as a plan changes it, and what was refused besides. */
    private List<AttributeChange> changes(String target, SubjectPlan.TargetPlan todo, Optional<Conflict> refusal) {
        if (todo.plan().steps().isEmpty()) {
            return List.of();
        }
        Set<String> attributes = new TreeSet<>(binding(target).description().identifying());
        refusal.flatMap(Conflict::attribute).ifPresent(attributes::add);
        return todo.plan().steps().stream()
                .map(Step::change)
                .filter(change -> change.kind() == ChangeKind.UPDATE || change.kind() == ChangeKind.CREATE)
                .flatMap(change -> change.attributes().stream())
                .filter(change -> attributes.contains(change.attribute()))
                .toList();
    }

    /** Of which attributes a worker may be waiting for values: of what is unique, and of what was refused besides. */
    private Set<String> contested(String target, Conflict refusal) {
        TargetDescription description = binding(target).description();
        if (refusal.attribute().isEmpty()) {
            return description.identifying();
        }
        Set<String> contested = new TreeSet<>(description.unique());
        contested.add(refusal.attribute().get());
        return contested;
    }

    private static Set<Key> keys(String target, Stream<Map.Entry<String, AttributeValue>> values) {
        return values.filter(value -> !value.getValue().isNull())
                .map(value -> new Key(
                        target, value.getKey(), AccountKey.fold(value.getValue().asText())))
                .collect(Collectors.toSet());
    }

    /** Who is refused something, in order. */
    public synchronized List<WorkerRef> refused() {
        return List.copyOf(refused.keySet());
    }

    /** Those who are refused something still. */
    public synchronized List<Subject> stillRefused() {
        return refused.values().stream().map(some -> some.plan().subject()).toList();
    }

    private synchronized Optional<Refused> refused(WorkerRef worker) {
        return Optional.ofNullable(refused.get(worker));
    }

    /**
     * Holds a key that a target refuses for good from those who were to have another one as well, so that this one goes the next
     * time they are planned (rule E10). Each once.
     *
     * @return who they are
     */
    public synchronized List<Subject> goWithout() {
        List<Subject> some = new ArrayList<>();
        for (Map.Entry<WorkerRef, Refused> waiting : refused.entrySet()) {
            List<Place> places = waiting.getValue().keys().keySet().stream()
                    .map(target -> new Place(waiting.getKey(), target))
                    .filter(without::start)
                    .toList();
            stuck.removeAll(places);
            if (!places.isEmpty()) {
                some.add(waiting.getValue().plan().subject());
            }
        }
        return some;
    }

    /** From here on what was refused is tried again. */
    public void holdNothingBack() {
        without.end();
    }

    /** Which key a worker goes without. */
    Set<String> heldBack(WorkerRef worker, String target) {
        return without.of(new Place(worker, target));
    }

    /** Those who may move because others have since, each named once. */
    public synchronized List<Subject> free() {
        List<Subject> free = new ArrayList<>();
        for (WorkerRef worker : mayMove) {
            Optional<Refused> waiting = refused(worker);
            List<Place> places = waiting.stream()
                    .flatMap(some -> some.keys().keySet().stream())
                    .map(target -> new Place(worker, target))
                    .filter(handovers::isFree)
                    .toList();
            if (!places.isEmpty()) {
                trying.addAll(places);
                free.add(waiting.get().plan().subject());
            }
        }
        mayMove.clear();
        return free;
    }

    /**
     * Lets a worker who waits, through others, for itself make way the next time it is planned.
     *
     * @return the worker; empty if it waits for nobody, or has nothing to make way with
     */
    public Optional<Subject> letMakeWay(WorkerRef worker) {
        madeWay.clear();
        Optional<Refused> waiting = refused(worker);
        waiting.ifPresent(some -> some.keys().forEach((target, changes) -> {
            Place place = new Place(worker, target);
            if (isInCircle(place)) {
                standIn(place, changes).ifPresent(values -> makingWay.put(place, values));
            }
        }));
        return waiting.map(some -> some.plan().subject()).filter(any -> !makingWay.isEmpty());
    }

    /** Who was refused although nobody here was in its way would have to be given back what it had: that is another's then. */
    private synchronized boolean isInCircle(Place place) {
        return !stuck.contains(place) && handovers.isInCircle(place);
    }

    /** What another waits for gets a value that nobody has, and other keys stay until the worker's turn. */
    private Optional<Values> standIn(Place place, List<AttributeChange> changes) {
        Map<String, AttributeValue> before = new HashMap<>();
        Map<String, AttributeValue> sent = new HashMap<>();
        for (AttributeChange change : changes) {
            AttributeValue own = change.before().orElse(AttributeValue.NULL);
            Optional<AttributeValue> value = isWanted(place, change.attribute(), own)
                    ? free(place.target(), change.attribute(), own)
                    : Optional.of(own);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            before.put(change.attribute(), own);
            sent.put(change.attribute(), value.get());
        }
        return Optional.of(new Values(sent, before));
    }

    private synchronized boolean isWanted(Place place, String attribute, AttributeValue value) {
        return handovers.waitingFor(keys(place.target(), Stream.of(Map.entry(attribute, value)))).stream()
                .anyMatch(other -> !other.equals(place));
    }

    /** A value that no account has, and that nobody is to get in this run. */
    private Optional<AttributeValue> free(String target, String attribute, AttributeValue own) {
        String text = own.asText();
        int at = text.indexOf('@') < 0 ? text.length() : text.indexOf('@');
        for (int number = 2; number <= MOST_VALUES; number++) {
            int kept = Math.min(at, LONGEST_NAME - String.valueOf(number).length());
            // Never half of a character.
            kept -= kept > 0 && Character.isHighSurrogate(text.charAt(kept - 1)) ? 1 : 0;
            String value = text.substring(0, kept) + number + text.substring(at);
            boolean free = !taken.isTaken(target, attribute, value)
                    && lookups.having(binding(target), Set.of(AccountKey.of(attribute, value)))
                            .all()
                            .isEmpty();
            if (free) {
                return Optional.of(AttributeValue.of(value));
            }
        }
        return Optional.empty();
    }

    /** A draft with what its worker makes way with, as long as it does. */
    Draft standIn(Draft draft, String target) {
        Values values = makingWay.get(new Place(draft.subject().ref(), target));
        if (values == null || draft.profile().isEmpty()) {
            return draft;
        }
        Attributes.Builder changed = draft.values().toBuilder();
        values.sent().forEach((name, value) -> {
            if (value.isNull()) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        });
        Profile standIn = draft.profile().get().withValues(changed.build());
        return draft.withProfile(standIn, binding(target).diff().whole(standIn));
    }

    /** Of which attributes a worker is sent other values than its own while it makes way. */
    Set<String> standIns(WorkerRef worker, String target) {
        Values values = makingWay.get(new Place(worker, target));
        return values == null ? Set.of() : values.sent().keySet();
    }

    boolean makesWay(WorkerRef worker, String target) {
        return makingWay.containsKey(new Place(worker, target));
    }

    /** It is the turn of who made way. */
    public void over() {
        madeWay.putAll(makingWay);
        makingWay.clear();
    }

    /**
     * Gives who made way back what it had, where the others could not follow: nobody keeps a value that was never meant.
     *
     * @return whether it is to be planned with that; not if it got what it wants
     */
    public synchronized boolean giveBack() {
        madeWay.forEach((place, values) -> {
            if (handovers.waits(place)) {
                makingWay.put(place, new Values(values.before(), values.before()));
            }
        });
        madeWay.clear();
        return !makingWay.isEmpty();
    }

    private TargetBinding binding(String target) {
        TargetBinding binding = bindings.get(target);
        if (binding == null) {
            throw new IllegalStateException("No target is named " + target);
        }
        return binding;
    }
}
