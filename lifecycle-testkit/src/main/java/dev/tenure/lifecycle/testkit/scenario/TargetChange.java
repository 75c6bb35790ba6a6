package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changes at the target behind the engine's back. Users come first, then statuses, then attributes, then groups.
 *
 * @param users users to add, or to replace by login
 * @param statuses new statuses by login
 * @param values attributes to set or clear by login; setting the login renames the account
 * @param groups groups to add
 */
record TargetChange(
        List<User> users, Map<String, AccountStatus> statuses, Map<String, AttributeDelta> values, List<Group> groups) {

    static final TargetChange NONE = new TargetChange(List.of(), Map.of(), Map.of(), List.of());

    TargetChange {
        users = List.copyOf(users);
        statuses = new LinkedHashMap<>(statuses);
        values = new LinkedHashMap<>(values);
        groups = List.copyOf(groups);
    }

    void applyTo(InMemoryTarget target) {
        users.forEach(user -> target.addAccount(user.login(), user.status(), user.profile()));
        statuses.forEach(target::setStatus);
        values.forEach(target::set);
        groups.forEach(group -> target.addGroup(group.name(), group.members()));
    }

    /** A user to add. */
    record User(String login, AccountStatus status, Attributes profile) {}

    /** A group to add, with the logins of its members. */
    record Group(String name, List<String> members) {}
}
