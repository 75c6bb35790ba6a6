package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.source.ContactField;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A write that an in-memory system carried out.
 *
 * @param op what it was
 * @param user the login of the account before the call
 * @param group the name of the group before the call
 * @param newName the name that a group got, or the place that an account was moved to
 * @param worker the id of the worker that a write-back was about
 * @param profile what was sent, for a create or an update; {@link AttributeValue#NULL} clears
 * @param fields what was sent, for a write-back
 * @param effective whether it changed anything; false for a call that asked for what was so already
 */
public record RecordedCall(
        ChangeKind op,
        Optional<String> user,
        Optional<String> group,
        Optional<String> newName,
        Optional<String> worker,
        Map<String, AttributeValue> profile,
        Map<ContactField, String> fields,
        boolean effective) {

    /** Copies the maps and keeps the order of the profile. */
    public RecordedCall {
        profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
        Map<ContactField, String> copy = new EnumMap<>(ContactField.class);
        copy.putAll(fields);
        fields = Collections.unmodifiableMap(copy);
    }

    static RecordedCall ofUser(ChangeKind op, String user, Map<String, AttributeValue> profile, boolean effective) {
        return new RecordedCall(
                op,
                Optional.of(user),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                profile,
                Map.of(),
                effective);
    }

    static RecordedCall ofMove(String user, String place, boolean effective) {
        return new RecordedCall(
                ChangeKind.MOVE,
                Optional.of(user),
                Optional.empty(),
                Optional.of(place),
                Optional.empty(),
                Map.of(),
                Map.of(),
                effective);
    }

    static RecordedCall ofGroup(ChangeKind op, String group, Optional<String> newName, boolean effective) {
        return new RecordedCall(
                op, Optional.empty(), Optional.of(group), newName, Optional.empty(), Map.of(), Map.of(), effective);
    }

    static RecordedCall ofMember(ChangeKind op, String group, String user, boolean effective) {
        return new RecordedCall(
                op,
                Optional.of(user),
                Optional.of(group),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                effective);
    }

    static RecordedCall ofWriteBack(String worker, Map<ContactField, String> fields, boolean effective) {
        return new RecordedCall(
                ChangeKind.WRITE_BACK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(worker),
                Map.of(),
                fields,
                effective);
    }

    /** Says what was done, and names attributes without their values. */
    @Override
    public String toString() {
        return "RecordedCall[" + op + group.map(name -> " of a group").orElse("") + " " + profile.keySet()
                + fields.keySet() + (effective ? "" : ", no effect") + "]";
    }
}
