package dev.tenure.scim.internal.call;

import java.util.Optional;
import java.util.Set;

/**
 * A change of one resource, but for what is changed.
 *
 * @param kind users or groups
 * @param id its id
 * @param verb what is done, for messages, such as {@code update}
 * @param attributes the names of the attributes that are sent
 * @param urgent whether it ends access, and goes first
 * @param version what {@code If-Match} says; empty if it does not matter
 * @param nothingBefore whether what it is part of has changed nothing before it
 */
public record Change(
        Kind kind,
        String id,
        String verb,
        Set<String> attributes,
        boolean urgent,
        Optional<String> version,
        boolean nothingBefore) {

    /**
     * Describes a change.
     *
     * @param kind users or groups
     * @param id its id
     * @param verb what is done, such as {@code update}
     * @param attributes the names of the attributes that are sent
     * @return the change, which is not urgent, minds no version and may come after another
     */
    public static Change of(Kind kind, String id, String verb, Set<String> attributes) {
        return new Change(kind, id, verb, attributes, false, Optional.empty(), false);
    }

    /**
     * Copies this change, to go first.
     *
     * @return the changed change
     */
    public Change goingFirst() {
        return new Change(kind, id, verb, attributes, true, version, nothingBefore);
    }

    /**
     * Copies this change, to be refused if the resource is another version by then.
     *
     * @param tag the version; empty if it does not matter
     * @return the changed change
     */
    public Change ifMatch(Optional<String> tag) {
        return new Change(kind, id, verb, attributes, urgent, tag, nothingBefore);
    }

    /**
     * Copies this change as the first of what the engine asked for.
     *
     * @return the changed change
     */
    public Change first() {
        return new Change(kind, id, verb, attributes, urgent, version, true);
    }
}
