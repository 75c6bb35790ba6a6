package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** In which groups an account is, and comes to be (part G). Pure; safe for use by several threads. */
final class Memberships {

    private final StepMaker steps;

    Memberships(StepMaker steps) {
        this.steps = steps;
    }

    /**
     * In which groups an account is known to be: those that are deleted do not count (G3), and those of the wanted do in which
     * it was when this run adopted them (G1).
     */
    static Set<String> of(Situation situation, Link link) {
        if (situation.groups().isEmpty()) {
            return link.groups();
        }
        Set<String> groups = new TreeSet<>(link.groups());
        groups.removeAll(situation.doomedGroups());
        situation.groups().get().stream()
                .map(TargetGroup::id)
                .filter(id -> situation.adopted().getOrDefault(id, Set.of()).contains(link.account()))
                .forEach(groups::add);
        return groups;
    }

    /** G2: removals, then additions; none where the groups were not read. */
    void add(Situation situation, Optional<AccountRef> account, Set<String> present, List<Step> todo) {
        if (situation.groups().isEmpty()) {
            return;
        }
        List<TargetGroup> wanted = situation.groups().get();
        Set<String> wantedIds = new TreeSet<>();
        wanted.forEach(group -> wantedIds.add(group.id()));
        Set<String> there = new TreeSet<>(present);
        for (String id : situation.groupsInDoubt()) {
            // S4: whatever is known, it is called for again.
            if (wantedIds.contains(id)) {
                there.remove(id);
            } else {
                there.add(id);
            }
        }
        for (String id : there) {
            if (!wantedIds.contains(id) && !situation.doomedGroups().contains(id)) {
                todo.add(membership(situation, account, ChangeKind.MEMBER_REMOVE, id, "no longer in the group in HR"));
            }
        }
        for (TargetGroup group : wanted) {
            if (!there.contains(group.id())) {
                todo.add(membership(situation, account, ChangeKind.MEMBER_ADD, group.id(), "in the group in HR"));
            }
        }
    }

    private Step membership(
            Situation situation, Optional<AccountRef> account, ChangeKind kind, String group, String reason) {
        return Step.membership(steps.change(kind, situation, situation.observed(), "G2", reason)
                .account(account)
                .groupId(group)
                .group(Optional.ofNullable(situation.groupNames().get(group)))
                .build());
    }
}
