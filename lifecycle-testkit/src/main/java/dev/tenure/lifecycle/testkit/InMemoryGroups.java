package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The groups of an {@link InMemoryTarget}. Shares its lock, its faults and its log. */
final class InMemoryGroups implements GroupTarget {

    private final String target;
    private final Object lock;
    private final AccountTable accounts;
    private final Faults faults;
    private final CallLog log;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private int lastId;

    InMemoryGroups(String target, Object lock, AccountTable accounts, Faults faults, CallLog log) {
        this.target = target;
        this.lock = lock;
        this.accounts = accounts;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public Optional<TargetGroup> find(String name) {
        faults.requireReach("finding a group");
        synchronized (lock) {
            return named(name).map(Group::asTarget);
        }
    }

    @Override
    public TargetGroup create(String name) {
        return faults.around(ChangeKind.GROUP_CREATE, List.of(name), () -> {
            synchronized (lock) {
                TargetGroup made = add(name).asTarget();
                log.add(RecordedCall.ofGroup(ChangeKind.GROUP_CREATE, name, Optional.empty(), true));
                return made;
            }
        });
    }

    @Override
    public void rename(String id, String name) {
        faults.around(ChangeKind.GROUP_RENAME, nameOf(id), () -> {
            synchronized (lock) {
                Group group = require(id);
                boolean effective = !group.name.equals(name);
                if (effective) {
                    requireFree(name);
                }
                log.add(RecordedCall.ofGroup(ChangeKind.GROUP_RENAME, group.name, Optional.of(name), effective));
                group.name = name;
                return group;
            }
        });
    }

    @Override
    public void delete(String id) {
        faults.around(ChangeKind.GROUP_DELETE, nameOf(id), () -> {
            synchronized (lock) {
                Optional<Group> gone = Optional.ofNullable(groups.remove(id));
                gone.ifPresent(group ->
                        log.add(RecordedCall.ofGroup(ChangeKind.GROUP_DELETE, group.name, Optional.empty(), true)));
                return gone;
            }
        });
    }

    @Override
    public void addMember(String id, AccountRef account) {
        faults.around(ChangeKind.MEMBER_ADD, loginOf(account), () -> {
            synchronized (lock) {
                Group group = require(id);
                String login = accounts.login(account)
                        .orElseThrow(() -> new NotFound(target, target + " has no account " + account));
                boolean effective = group.members.add(account);
                log.add(RecordedCall.ofMember(ChangeKind.MEMBER_ADD, group.name, login, effective));
                return effective;
            }
        });
    }

    @Override
    public void removeMember(String id, AccountRef account) {
        faults.around(ChangeKind.MEMBER_REMOVE, loginOf(account), () -> {
            synchronized (lock) {
                Optional<Group> group = Optional.ofNullable(groups.get(id));
                Optional<String> login = accounts.login(account);
                if (group.isPresent() && login.isPresent()) {
                    boolean effective = group.get().members.remove(account);
                    log.add(RecordedCall.ofMember(ChangeKind.MEMBER_REMOVE, group.get().name, login.get(), effective));
                }
                return group;
            }
        });
    }

    @Override
    public List<AccountRef> members(String id) {
        faults.requireReach("reading a group");
        synchronized (lock) {
            return List.copyOf(require(id).members);
        }
    }

    /** Makes a group behind the engine's back. */
    Group add(String name) {
        requireFree(name);
        Group group = new Group("group-" + ++lastId, name);
        groups.put(group.id, group);
        return group;
    }

    void forget(AccountRef account) {
        groups.values().forEach(group -> group.members.remove(account));
    }

    /** Gives the logins of the members by the name of the group, both sorted. */
    Map<String, Set<String>> membersByName() {
        Map<String, Set<String>> byName = new TreeMap<>();
        for (Group group : groups.values()) {
            Set<String> logins = new TreeSet<>();
            group.members.forEach(member -> accounts.login(member).ifPresent(logins::add));
            byName.put(group.name, logins);
        }
        return byName;
    }

    Optional<Group> named(String name) {
        return groups.values().stream().filter(group -> group.name.equals(name)).findFirst();
    }

    private void requireFree(String name) {
        if (named(name).isPresent()) {
            throw new Conflict(
                    target, null, target + " has a group of that name already; use it, or take another name");
        }
    }

    private Group require(String id) {
        return Optional.ofNullable(groups.get(id))
                .orElseThrow(
                        () -> new NotFound(target, target + " has no group " + id + "; it was removed or never was"));
    }

    private List<String> nameOf(String id) {
        synchronized (lock) {
            return Optional.ofNullable(groups.get(id))
                    .map(group -> List.of(group.name))
                    .orElse(List.of());
        }
    }

    private List<String> loginOf(AccountRef account) {
        synchronized (lock) {
            return accounts.login(account).map(List::of).orElse(List.of());
        }
    }

    /** A group with its members. */
    static final class Group {

        private final String id;
        private String name;
        final Set<AccountRef> members = new LinkedHashSet<>();

        private Group(String id, String name) {
            this.id = id;
            this.name = name;
        }

        private TargetGroup asTarget() {
            return new TargetGroup(id, name);
        }
    }
}
