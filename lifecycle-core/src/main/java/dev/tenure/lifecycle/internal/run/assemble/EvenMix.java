package dev.tenure.lifecycle.internal.run.assemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Mixes what is of different kinds, so that every stretch of a list holds of each kind the part that the whole list does. A
 * target limits each kind of call by itself (rule S8): if all new accounts came first, every thread would wait for their
 * limit while that of updates is not used, and the other way round later. What is of one kind keeps its order.
 */
public final class EvenMix {

    private EvenMix() {}

    private record Placed<T>(T item, double at) {}

    /** All of one kind, in their order. */
    private record OfOneKind<T>(List<T> items) {

        List<Placed<T>> placed() {
            List<Placed<T>> placed = new ArrayList<>(items.size());
            for (T item : items) {
                placed.add(new Placed<>(item, (placed.size() + 0.5) / items.size()));
            }
            return placed;
        }
    }

    public static <T> List<T> of(List<T> items, Function<T, ?> kind) {
        Map<Object, OfOneKind<T>> kinds = new LinkedHashMap<>();
        for (T item : items) {
            kinds.computeIfAbsent(kind.apply(item), any -> new OfOneKind<>(new ArrayList<>()))
                    .items()
                    .add(item);
        }
        if (kinds.size() < 2) {
            return items;
        }
        return kinds.values().stream()
                .flatMap(one -> one.placed().stream())
                .sorted(Comparator.comparingDouble(Placed::at))
                .map(Placed::item)
                .toList();
    }
}
