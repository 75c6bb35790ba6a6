package dev.tenure.scim.internal.call;

import dev.tenure.http.Urgency;
import java.util.Set;

/**
 * What a call is for: by this it is paced, and named when it fails.
 *
 * @param name in words, without anything of a person, such as {@code update of user}
 * @param subject the id of what it is about; empty if there is none
 * @param urgency whether it goes first
 * @param attributes the names of the attributes that it sends
 * @param nothingBefore whether what it is part of has changed nothing before it
 */
record Operation(String name, String subject, Urgency urgency, Set<String> attributes, boolean nothingBefore) {

    static Operation of(String name, String subject) {
        return new Operation(name, subject, Urgency.BULK, Set.of(), false);
    }

    Operation urgent() {
        return new Operation(name, subject, Urgency.URGENT, attributes, nothingBefore);
    }

    Operation sending(Set<String> names) {
        return new Operation(name, subject, urgency, names, nothingBefore);
    }

    /** For the first call that changes anything of what the engine asked for. */
    Operation first() {
        return new Operation(name, subject, urgency, attributes, true);
    }

    /** Names the operation and its subject, for messages. */
    @Override
    public String toString() {
        return subject.isEmpty() ? name : name + " " + subject;
    }
}
