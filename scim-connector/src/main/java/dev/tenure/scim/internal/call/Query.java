package dev.tenure.scim.internal.call;

import java.util.Optional;

/**
 * What a listing asks for.
 *
 * @param kind users or groups
 * @param filter which ones; empty for all
 * @param excluded an attribute that is not needed
 * @param count how many a page is to hold
 */
public record Query(Kind kind, Optional<String> filter, Optional<String> excluded, int count) {

    /**
     * Asks for all.
     *
     * @param kind users or groups
     * @param count how many a page is to hold
     * @return the query
     */
    public static Query all(Kind kind, int count) {
        return new Query(kind, Optional.empty(), Optional.empty(), count);
    }

    /**
     * Copies this query with a filter.
     *
     * @param text the filter
     * @return the changed query
     */
    public Query where(String text) {
        return new Query(kind, Optional.of(text), excluded, count);
    }

    /**
     * Copies this query without an attribute.
     *
     * @param attribute the attribute that is not needed
     * @return the changed query
     */
    public Query without(String attribute) {
        return new Query(kind, filter, Optional.of(attribute), count);
    }

    /** Says what it is about, and not the filter, which may hold personal data. */
    @Override
    public String toString() {
        return "Query[" + kind + "]";
    }
}
