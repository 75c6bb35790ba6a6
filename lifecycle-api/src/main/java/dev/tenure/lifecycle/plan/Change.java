package dev.tenure.lifecycle.plan;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One thing to do, and why. Holds values of a person: it may be shown to who approves it, and is never stored or logged.
 *
 * @param kind what it does
 * @param system the target it is done at; the source for a write-back
 * @param worker the worker it is done for; empty for a change of a group itself
 * @param account the account it is done to; empty where it does not exist yet
 * @param login the login of that account before the change, for who reads the plan
 * @param attributes what is sent, for a create, an update or a write-back
 * @param group the name of the group, for a change of a group or membership
 * @param groupId the id of that group at the target, where it exists already
 * @param newName the name that a group gets
 * @param place where an account is made or moved to, in the target's own terms; empty where the target chooses
 * @param closed whether an account that is made is not opened yet, since its owner has not started
 * @param rule the rule that asks for it, such as {@code E3}
 * @param reason why, in words
 */
@Value.Builder
public record Change(
        ChangeKind kind,
        String system,
        Optional<WorkerRef> worker,
        Optional<AccountRef> account,
        Optional<String> login,
        List<AttributeChange> attributes,
        Optional<String> group,
        Optional<String> groupId,
        Optional<String> newName,
        Optional<String> place,
        boolean closed,
        String rule,
        String reason) {

    /** Copies the list. */
    public Change {
        attributes = List.copyOf(attributes);
    }

    /**
     * Starts with what every change has.
     *
     * @param kind what it does
     * @param system the target, or the source for a write-back
     * @param rule the rule that asks for it
     * @param reason why, in words
     * @return a builder
     */
    public static ChangeBuilder builder(ChangeKind kind, String system, String rule, String reason) {
        return new ChangeBuilder()
                .kind(kind)
                .system(system)
                .rule(rule)
                .reason(reason)
                .closed(false);
    }

    /**
     * Gives what is sent, as a connector takes it.
     *
     * @return the values by attribute
     */
    public AttributeDelta delta() {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        attributes.forEach(change -> values.put(change.attribute(), change.after()));
        return new AttributeDelta(values);
    }

    /** Says what is done to which account, and nothing of the person. */
    @Override
    public String toString() {
        return "Change[" + kind + " at " + system
                + worker.map(ref -> " for " + ref).orElse("")
                + account.map(ref -> " on " + ref).orElse("") + ", " + rule + "]";
    }
}
