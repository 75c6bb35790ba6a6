package dev.tenure.scim;

import java.util.List;

/** Hears that a service took a user and left attributes out without a word. Called by the thread that made the call. */
@FunctionalInterface
public interface IgnoredAttributes {

    /**
     * Hears of it. What this throws is passed over.
     *
     * @param userId the service's id of the user
     * @param attributes the attributes that were sent and have no value now, by the names of the mapping
     */
    void ignored(String userId, List<String> attributes);
}
