package dev.tenure.lifecycle.internal.run.assemble;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is to hand over which values, and who waits for them. Each is found by what it gives and wants, and compared with nobody
 * else. Not for use by several threads.
 *
 * @param <W> who
 * @param <V> a value that only one may have
 */
final class Handovers<W, V> {

    private final Map<W, Set<V>> gives = new HashMap<>();
    private final Map<W, Set<V>> wants = new HashMap<>();
    private final Map<V, Set<W>> givers = new HashMap<>();
    private final Map<V, Set<W>> waiters = new HashMap<>();

    /** Lets somebody wait for values, and keep others as long as it does. */
    void put(W who, Set<V> given, Set<V> wanted) {
        remove(who);
        gives.put(who, Set.copyOf(given));
        wants.put(who, Set.copyOf(wanted));
        given.forEach(value -> add(givers, value, who));
        wanted.forEach(value -> add(waiters, value, who));
    }

    /** Somebody waits no longer. */
    void remove(W who) {
        Optional.ofNullable(gives.remove(who)).ifPresent(all -> all.forEach(value -> remove(givers, value, who)));
        Optional.ofNullable(wants.remove(who)).ifPresent(all -> all.forEach(value -> remove(waiters, value, who)));
    }

    /** Whether somebody waits. */
    boolean waits(W who) {
        return wants.containsKey(who);
    }

    /** Who waits for any of these values. */
    Set<W> waitingFor(Collection<V> values) {
        Set<W> all = new LinkedHashSet<>();
        values.forEach(value -> all.addAll(waiters.getOrDefault(value, Set.of())));
        return all;
    }

    /** Whether nobody who waits has what somebody wants. */
    boolean isFree(W who) {
        return inTheWayOf(who).isEmpty();
    }

    /** Whether somebody waits, through others, for itself. */
    boolean isInCircle(W who) {
        Deque<W> open = new ArrayDeque<>(inTheWayOf(who));
        Set<W> seen = new HashSet<>();
        while (!open.isEmpty()) {
            W next = open.removeFirst();
            if (next.equals(who)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(inTheWayOf(next));
            }
        }
        return false;
    }

    private Set<W> inTheWayOf(W who) {
        Set<W> inTheWay = new LinkedHashSet<>();
        wants.getOrDefault(who, Set.of()).forEach(value -> inTheWay.addAll(givers.getOrDefault(value, Set.of())));
        // Who changes nothing but the case of its own login is in nobody's way.
        inTheWay.remove(who);
        return inTheWay;
    }

    private static <K, E> void add(Map<K, Set<E>> index, K key, E element) {
        index.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(element);
    }

    private static <K, E> void remove(Map<K, Set<E>> index, K key, E element) {
        index.computeIfPresent(key, (same, elements) -> {
            elements.remove(element);
            return elements.isEmpty() ? null : elements;
        });
    }
}
