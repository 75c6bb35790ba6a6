package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sorts references by the system they are of, so that one statement asks for all of it. */
final class Refs {

    private Refs() {}

    static Map<String, List<String>> bySource(Collection<WorkerRef> refs) {
        Map<String, Set<String>> ids = new TreeMap<>();
        refs.forEach(ref ->
                ids.computeIfAbsent(ref.source(), any -> new LinkedHashSet<>()).add(ref.id()));
        Map<String, List<String>> sorted = new TreeMap<>();
        ids.forEach((source, some) -> sorted.put(source, List.copyOf(some)));
        return sorted;
    }
}
