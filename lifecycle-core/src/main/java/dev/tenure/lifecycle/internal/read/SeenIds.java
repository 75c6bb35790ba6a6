package dev.tenure.lifecycle.internal.read;

import dev.tenure.lifecycle.internal.memory.IdSet;

/** Which workers a run has read: by the query that reads now, and by the queries before it. For one thread. */
final class SeenIds {

    private final IdSet earlier = new IdSet();
    private IdSet current = new IdSet();
    private int query;

    /** What was known of an id before. */
    enum Before {
        NEVER,
        BY_ANOTHER_QUERY,
        BY_THIS_QUERY
    }

    /** Notes that a query returned a worker; says what was known before. Queries count from 0 and come one after the other. */
    Before note(String id, int number) {
        if (number != query) {
            earlier.addAll(current);
            current = new IdSet();
            query = number;
        }
        if (!current.add(id)) {
            return Before.BY_THIS_QUERY;
        }
        return earlier.contains(id) ? Before.BY_ANOTHER_QUERY : Before.NEVER;
    }

    boolean contains(String id) {
        return current.contains(id) || earlier.contains(id);
    }
}
