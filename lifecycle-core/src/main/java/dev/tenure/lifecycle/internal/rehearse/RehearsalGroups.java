package dev.tenure.lifecycle.internal.rehearse;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups over those of another target, which is asked and never told. Safe for use by several threads. */
final class RehearsalGroups implements GroupTarget {

    private final GroupTarget real;
    private final Map<String, TargetGroup> byId = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private int made;

    RehearsalGroups(GroupTarget real) {
        this.real = real;
    }

    @Override
    public synchronized Optional<TargetGroup> find(String name) {
        Optional<TargetGroup> here = byId.values().stream()
                .filter(group -> group.name().equals(name))
                .findFirst();
        return here.or(
                () -> real.find(name).filter(group -> !gone.contains(group.id()) && !byId.containsKey(group.id())));
    }

    @Override
    public synchronized TargetGroup create(String name) {
        return put(new TargetGroup(Invented.id(++made), name));
    }

    @Override
    public synchronized void rename(String id, String name) {
        put(new TargetGroup(id, name));
    }

    private TargetGroup put(TargetGroup group) {
        byId.put(group.id(), group);
        return group;
    }

    @Override
    public synchronized void delete(String id) {
        byId.remove(id);
        gone.add(id);
    }

    @Override
    public void addMember(String id, AccountRef account) {
        // The store says who is a member, and nothing asks here.
    }

    @Override
    public void removeMember(String id, AccountRef account) {
        // As above.
    }

    @Override
    public List<AccountRef> members(String id) {
        return Invented.is(id) ? List.of() : real.members(id);
    }
}
