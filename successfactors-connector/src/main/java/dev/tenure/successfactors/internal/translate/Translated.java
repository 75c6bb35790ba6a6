package dev.tenure.successfactors.internal.translate;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.worker.Employment;
import java.util.List;
import java.util.Set;

/** What became of a person's record. */
public sealed interface Translated {

    /**
     * A worker.
     *
     * @param id the person's external id
     * @param employment the facts of the lifecycle
     * @param attributes the source profile
     * @param assignments the assignments, by their order
     * @param primary the prefix of the assignment that counts
     * @param warnings what is odd
     */
    record Person(
            String id,
            Employment employment,
            Attributes attributes,
            List<Assignment> assignments,
            String primary,
            Set<Warning> warnings)
            implements Translated {

        /** Copies the collections. */
        public Person {
            assignments = List.copyOf(assignments);
            warnings = Set.copyOf(warnings);
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Person[]";
        }
    }

    /**
     * A person who is no worker.
     *
     * @param id the person's external id
     * @param because why
     */
    record Skipped(String id, Skip because) implements Translated {}

    /**
     * A record that cannot be used.
     *
     * @param id the person's external id; empty if even that is missing
     * @param code what is wrong, in a word
     * @param message what is wrong, and the remedy, without values of the person
     */
    record Failed(String id, String code, String message) implements Translated {}
}
