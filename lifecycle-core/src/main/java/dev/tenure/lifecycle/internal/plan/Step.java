package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * A change together with what it makes of the link once it has succeeded.
 *
 * @param change what to do
 * @param success takes the link before (empty for a new account) and the account that the call returned (empty where it
 *     returns none), gives the link after
 */
public record Step(Change change, BiFunction<Optional<Link>, Optional<Account>, Link> success) {

    /**
     * Makes the step of a membership.
     *
     * @param change the addition or removal, with the id of the group
     * @return the step
     */
    public static Step membership(Change change) {
        String group = change.groupId().orElseThrow();
        boolean adds = change.kind() == ChangeKind.MEMBER_ADD;
        return new Step(change, (before, nothing) -> {
            Link link = before.orElseThrow();
            Set<String> groups = new TreeSet<>(link.groups());
            if (adds) {
                groups.add(group);
            } else {
                groups.remove(group);
            }
            return link.withGroups(groups);
        });
    }
}
