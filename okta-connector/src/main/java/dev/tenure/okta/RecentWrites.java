package dev.tenure.okta;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What this connector wrote so lately that Okta's search may not know of it yet: ids by a hash of what they were written
 * with, since no value of a person is kept. Two values with one hash cost a read, and nothing else. Safe for use by several
 * threads.
 */
final class RecentWrites {

    /** Searches are said to be behind by seconds; this is on the safe side. */
    static final Duration MEMORY = Duration.ofMinutes(2);

    private static final int MOST = 20_000;

    private record Written(int hash, String id) {}

    private final InstantSource clock;

    /** Oldest first; what is written again is new again. */
    private final Map<Written, Instant> byAge = new LinkedHashMap<>();

    private final Map<Integer, Set<String>> byHash = new HashMap<>();

    RecentWrites(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(String attribute, String value, String id) {
        Instant now = clock.instant();
        Written written = new Written(hash(attribute, value), id);
        byAge.remove(written);
        byAge.put(written, now);
        byHash.computeIfAbsent(written.hash(), hash -> new LinkedHashSet<>(2)).add(id);
        forget(now.minus(MEMORY));
    }

    synchronized Set<String> find(String attribute, String value) {
        forget(clock.instant().minus(MEMORY));
        return Set.copyOf(byHash.getOrDefault(hash(attribute, value), Set.of()));
    }

    private void forget(Instant before) {
        Iterator<Map.Entry<Written, Instant>> oldest = byAge.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Written, Instant> next = oldest.next();
            if (byAge.size() <= MOST && !next.getValue().isBefore(before)) {
                return;
            }
            Written written = next.getKey();
            oldest.remove();
            byHash.computeIfPresent(
                    written.hash(), (hash, ids) -> ids.remove(written.id()) && ids.isEmpty() ? null : ids);
        }
    }

    private static int hash(String attribute, String value) {
        return 31 * attribute.hashCode() + value.toLowerCase(Locale.ROOT).hashCode();
    }
}
