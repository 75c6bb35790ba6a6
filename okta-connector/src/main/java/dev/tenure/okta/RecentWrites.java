package dev.tenure.okta;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this connector wrote so lately that Okta's search may not know of it yet: ids by a hash of what they were written
 * with, since no value of a person is kept. Two values with one hash cost a read, and nothing else. Safe for use by several
 * threads.
 */
final class RecentWrites {

    /** Searches are said to be behind by seconds; this is on the safe side. */
    private static final Duration MEMORY = Duration.ofMinutes(2);

    private static final int MOST = 20_000;

    private record Written(int hash, String id, Instant at) {}

    private final InstantSource clock;
    private final Deque<Written> byAge = new ArrayDeque<>();

    /** As often as it was written, and mostly once: a list of one is small. */
    private final Map<Integer, List<String>> byHash = new HashMap<>();

    RecentWrites(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(String attribute, String value, String id) {
        Instant now = clock.instant();
        Written written = new Written(hash(attribute, value), id, now);
        byAge.addLast(written);
        byHash.merge(written.hash(), List.of(id), RecentWrites::joined);
        forget(now.minus(MEMORY));
    }

    synchronized Set<String> find(String attribute, String value) {
        forget(clock.instant().minus(MEMORY));
        return Set.copyOf(byHash.getOrDefault(hash(attribute, value), List.of()));
    }

    private void forget(Instant before) {
        for (Written oldest = byAge.peekFirst();
                oldest != null && (byAge.size() > MOST || oldest.at().isBefore(before));
                oldest = byAge.peekFirst()) {
            byAge.removeFirst();
            String id = oldest.id();
            byHash.computeIfPresent(oldest.hash(), (hash, ids) -> without(ids, id));
        }
    }

    private static List<String> joined(List<String> ids, List<String> more) {
        List<String> all = new ArrayList<>(ids);
        all.addAll(more);
        return all;
    }

    private static @Nullable List<String> without(List<String> ids, String id) {
        if (ids.size() == 1) {
            return null;
        }
        List<String> rest = new ArrayList<>(ids);
        rest.remove(id);
        return rest;
    }

    private static int hash(String attribute, String value) {
        return 31 * attribute.hashCode() + value.toLowerCase(Locale.ROOT).hashCode();
    }
}
