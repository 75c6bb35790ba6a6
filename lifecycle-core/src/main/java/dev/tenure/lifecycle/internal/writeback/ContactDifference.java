package dev.tenure.lifecycle.internal.writeback;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.source.ContactField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the contact data that an account has and HR has not (rules F1 and F3). Pure. What HR has is never cleared.
 */
public final class ContactDifference {

    private static final Map<ContactField, Names> NAMES = new EnumMap<>(Map.of(
            ContactField.WORK_EMAIL, new Names(WriteBackField.EMAIL, "email", "email"),
            ContactField.HOME_EMAIL, new Names(WriteBackField.EMAIL, "secondEmail", "secondEmail"),
            ContactField.WORK_PHONE, new Names(WriteBackField.PHONE, "primaryPhone", "workPhone"),
            ContactField.MOBILE_PHONE, new Names(WriteBackField.PHONE, "mobilePhone", "mobilePhone")));

    private record Names(WriteBackField field, String atTarget, String inHr) {}

    private ContactDifference() {}

    /**
     * Compares.
     *
     * @param account what the account has, by the names of the identity profile
     * @param worker what HR has
     * @param wanted which attributes of the account are written back
     * @param possible which fields HR takes
     * @return what to write
     */
    public static Map<ContactField, String> between(
            Attributes account, Attributes worker, Set<String> wanted, Set<ContactField> possible) {
        Map<ContactField, String> values = new EnumMap<>(ContactField.class);
        NAMES.forEach((field, names) -> {
            Optional<String> there = account.text(names.atTarget());
            boolean written = wanted.contains(names.atTarget()) && possible.contains(field);
            if (written && there.isPresent() && !there.equals(worker.text(names.inHr()))) {
                values.put(field, there.get());
            }
        });
        return values;
    }

    /**
     * Names the attributes of the identity profile whose change is written back.
     *
     * @param wanted which kinds of contact data are written back
     * @return the attributes
     */
    public static Set<String> attributes(Set<WriteBackField> wanted) {
        Set<String> attributes = new java.util.TreeSet<>();
        NAMES.values().forEach(names -> {
            if (wanted.contains(names.field())) {
                attributes.add(names.atTarget());
            }
        });
        return attributes;
    }
}
