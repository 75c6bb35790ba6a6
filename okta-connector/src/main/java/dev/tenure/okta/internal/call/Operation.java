package dev.tenure.okta.internal.call;

import dev.tenure.http.Urgency;
import java.util.Set;

/**
 * What a call is for: by this it is paced, and named when it fails.
 *
 * @param name in words, without anything of a person, such as {@code update of user}
 * @param subject the id of what it is about; empty if there is none
 * @param bucket the limit that it counts against
 * @param urgency whether it goes first
 * @param attributes the names of the attributes that it sends
 * @param needs what the credentials must have, such as the scope {@code okta.users.manage}
 * @param nothingBefore whether what it is part of has changed nothing before it
 */
record Operation(
        String name,
        String subject,
        Bucket bucket,
        Urgency urgency,
        Set<String> attributes,
        String needs,
        boolean nothingBefore) {

    static Operation of(String name, String subject, Bucket bucket, String needs) {
        return new Operation(name, subject, bucket, Urgency.BULK, Set.of(), needs, false);
    }

    Operation urgent() {
        return new Operation(name, subject, bucket, Urgency.URGENT, attributes, needs, nothingBefore);
    }

    Operation sending(Set<String> names) {
        return new Operation(name, subject, bucket, urgency, names, needs, nothingBefore);
    }

    /** For the first call that changes anything of what the engine asked for. */
    Operation first() {
        return new Operation(name, subject, bucket, urgency, attributes, needs, true);
    }

    /** Names the operation and its subject, for messages. */
    @Override
    public String toString() {
        return subject.isEmpty() ? name : name + " " + subject;
    }
}
