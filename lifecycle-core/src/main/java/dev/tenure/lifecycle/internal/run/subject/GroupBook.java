package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.policy.GroupIdentity;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The provisioning groups of one run at one target: makes, renames, adopts and deletes them (part G). */
public final class GroupBook {

    private static final String MAKING_WAY = " (making way)";

    private final String target;
    private final GroupTarget groups;
    private final LifecyclePolicy policy;
    private final LifecycleStore store;
    private final InstantSource clock;
    private final Session session;
    private final Map<String, GroupLink> links = new LinkedHashMap<>();
    private final Set<String> notOurs = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> doomed = new HashSet<>();
    private final List<Rename> late = new ArrayList<>();
    private final Map<String, Set<AccountRef>> adopted = new HashMap<>();
    private final Set<String> complete = new HashSet<>();

    /** Of the groups that are known, by id; null where these have changed since it was last asked for. */
    private @Nullable Map<String, String> names;

    public GroupBook(
            String target,
            GroupTarget groups,
            LifecyclePolicy policy,
            LifecycleStore store,
            InstantSource clock,
            Session session) {
        this.target = target;
        this.groups = groups;
        this.policy = policy;
        this.store = store;
        this.clock = clock;
        this.session = session;
        for (GroupLink link : store.groups(target)) {
            put(key(link.source(), link.reference(), link.name()), link);
        }
    }

    private void put(String key, GroupLink link) {
        links.put(key, link);
        names = null;
    }

    private @Nullable GroupLink remove(String key) {
        names = null;
        return links.remove(key);
    }

    /**
     * Full and incremental imports make what is new in HR and rename; a full one also finds out what is to be deleted. What is
     * renamed comes first, so that its name is free for another one.
     */
    public synchronized void reconcile(String source, List<ProvisioningGroup> inHr, boolean full) {
        Set<String> present = new HashSet<>();
        inHr.forEach(group -> present.add(key(source, group.id(), group.name())));
        takeOver(source, inHr, present);
        if (full && policy.sourcing() != Sourcing.IMPORT_ONLY) {
            links.forEach((key, link) -> {
                if (link.source().equals(source) && !link.isIntent() && !present.contains(key)) {
                    doomed.add(link.groupId());
                }
            });
        }
        rename(timely(renames(source, inHr)));
        inHr.forEach(group -> find(source, group));
        if (missing(source, inHr).isEmpty()) {
            complete.add(source);
        }
    }

    /** Whether this run has looked for all groups of a source, and none could not be made. */
    public synchronized boolean lacksNoneOf(String source) {
        return complete.contains(source);
    }

    /** A group that has another name in HR. */
    private record Rename(GroupLink link, String name) {}

    /** G4: renames, each once its name is free; where groups have each other's names, one makes way first. */
    private void rename(List<Rename> renames) {
        List<Rename> open = new ArrayList<>(renames);
        while (!open.isEmpty()) {
            Set<String> inUse =
                    open.stream().map(rename -> rename.link().name()).collect(Collectors.toSet());
            List<Rename> free = open.stream()
                    .filter(rename -> !inUse.contains(rename.name()))
                    .toList();
            if (free.isEmpty()) {
                Rename first = open.remove(0);
                rename(first.link(), first.name() + MAKING_WAY)
                        .ifPresent(now -> open.add(new Rename(now, first.name())));
            }
            free.forEach(rename -> rename(rename.link(), rename.name()));
            open.removeAll(free);
        }
    }

    /** What is to have the name of a group that this run deletes waits until that one is gone, and so does who wants its name. */
    private List<Rename> timely(List<Rename> renames) {
        Set<String> taken = links.values().stream()
                .filter(link -> doomed.contains(link.groupId()))
                .map(GroupLink::name)
                .collect(Collectors.toSet());
        List<Rename> open = new ArrayList<>(renames);
        List<Rename> waiting;
        do {
            waiting = open.stream()
                    .filter(rename -> taken.contains(rename.name()))
                    .toList();
            waiting.forEach(rename -> taken.add(rename.link().name()));
            late.addAll(waiting);
        } while (open.removeAll(waiting));
        return open;
    }

    private List<Rename> renames(String source, List<ProvisioningGroup> inHr) {
        List<Rename> renames = new ArrayList<>();
        if (policy.sourcing() == Sourcing.IMPORT_ONLY || policy.groupIdentity() == GroupIdentity.NAME) {
            return renames;
        }
        for (ProvisioningGroup group : inHr) {
            GroupLink link = links.get(key(source, group.id(), group.name()));
            if (link != null && !link.isIntent() && !link.name().equals(group.name())) {
                renames.add(new Rename(link, group.name()));
            }
        }
        return renames;
    }

    /** G1, G4: a group of ours that is gone in HR is not in the way of a new one of its name, but stands for it. */
    private void takeOver(String source, List<ProvisioningGroup> inHr, Set<String> present) {
        if (policy.sourcing() == Sourcing.IMPORT_ONLY) {
            return;
        }
        Map<String, String> gone = new HashMap<>();
        links.forEach((key, link) -> {
            if (link.source().equals(source) && !link.isIntent() && !present.contains(key)) {
                gone.putIfAbsent(link.name(), key);
            }
        });
        for (ProvisioningGroup group : inHr) {
            String key = key(source, group.id(), group.name());
            if (!links.containsKey(key)) {
                Optional.ofNullable(gone.remove(group.name()))
                        .map(this::remove)
                        .ifPresent(link -> takeOver(source, group, key, link));
            }
        }
    }

    private void takeOver(String source, ProvisioningGroup group, String key, GroupLink link) {
        GroupLink taken = new GroupLink(target, link.groupId(), source, group.id(), link.name());
        store.save(new StoreUpdate(List.of(), List.of(taken), List.of(link), List.of()));
        put(key, taken);
    }

    /** The groups at the target that stand for these, made now where they are new. */
    public synchronized List<TargetGroup> wanted(String source, List<ProvisioningGroup> ofWorker) {
        // By name, two groups of HR may be one (G4).
        Set<TargetGroup> wanted = new LinkedHashSet<>();
        for (ProvisioningGroup group : ofWorker) {
            find(source, group).ifPresent(link -> wanted.add(new TargetGroup(link.groupId(), link.name())));
        }
        return List.copyOf(wanted);
    }

    /** S3: the names of those of these groups that could not be made, so that their members have to be looked at again. */
    synchronized Set<String> missing(String source, List<ProvisioningGroup> ofWorker) {
        return ofWorker.stream()
                .filter(group -> broken.contains(key(source, group.id(), group.name())))
                .map(ProvisioningGroup::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who was in the groups that this run adopted, by the group's id (G1). */
    synchronized Map<String, Set<AccountRef>> adopted() {
        return Map.copyOf(adopted);
    }

    synchronized Set<String> doomed() {
        return Set.copyOf(doomed);
    }

    /** The names of the groups that the engine knows, by id. */
    public synchronized Map<String, String> names() {
        Map<String, String> known = names;
        if (known == null) {
            Map<String, String> all = new HashMap<>();
            links.values().stream()
                    .filter(link -> !link.isIntent())
                    .forEach(link -> all.put(link.groupId(), link.name()));
            known = Map.copyOf(all);
            names = known;
        }
        return known;
    }

    /** Deletes what a full import found gone in HR, once all memberships have moved (G3). */
    public synchronized void deleteDoomed() {
        for (Map.Entry<String, GroupLink> entry : List.copyOf(links.entrySet())) {
            GroupLink link = entry.getValue();
            if (!doomed.contains(link.groupId())) {
                continue;
            }
            Change change = change(ChangeKind.GROUP_DELETE, "G3", "the group is gone in HR", link.name())
                    .groupId(link.groupId())
                    .build();
            boolean done = carryOut(change, List.of(), () -> {
                groups.delete(link.groupId());
                return new StoreUpdate(List.of(), List.of(), List.of(link), List.of());
            });
            if (done) {
                remove(entry.getKey());
            }
        }
        rename(late);
        late.clear();
    }

    private Optional<GroupLink> find(String source, ProvisioningGroup group) {
        String key = key(source, group.id(), group.name());
        GroupLink link = links.get(key);
        if (link != null && !link.isIntent()) {
            return Optional.of(link);
        }
        return notOurs.contains(key) ? Optional.empty() : make(source, group, key, link != null);
    }

    private Optional<GroupLink> make(String source, ProvisioningGroup group, String key, boolean wasCutOff) {
        try {
            Optional<TargetGroup> there = groups.find(group.name());
            if (there.isPresent() && wasCutOff) {
                Change made = change(ChangeKind.GROUP_CREATE, "S4", "made by a run that was cut off", group.name())
                        .build();
                journal(made, OutcomeKind.ALREADY_SO);
            }
            if (there.isPresent() && (wasCutOff || policy.adoptGroups())) {
                adopted.put(
                        there.get().id(), Set.copyOf(groups.members(there.get().id())));
                return Optional.of(keep(
                        new GroupLink(
                                target,
                                there.get().id(),
                                source,
                                group.id(),
                                there.get().name()),
                        key));
            }
            if (there.isPresent()) {
                notOurs.add(key);
                session.notice(
                        NoticeKind.GROUP_NOT_OWNED,
                        Optional.empty(),
                        target,
                        "group '" + group.name() + "' is there already and was not made by the engine; it is left alone"
                                + " unless adoptGroups is on");
                return Optional.empty();
            }
        } catch (ConnectorException problem) {
            report(group.name(), problem);
            notOurs.add(key);
            broken.add(key);
            return Optional.empty();
        }
        GroupLink intent = new GroupLink(target, "", source, group.id(), group.name());
        Change change = change(ChangeKind.GROUP_CREATE, "G1", "the group is new in HR", group.name())
                .build();
        store.save(new StoreUpdate(List.of(), List.of(intent), List.of(), List.of()));
        GroupLink[] made = new GroupLink[1];
        // G1: what was surely not made is not to be taken for ours when somebody else makes it.
        List<GroupLink> unmade = wasCutOff ? List.of() : List.of(intent);
        boolean done = carryOut(change, unmade, () -> {
            TargetGroup created = groups.create(group.name());
            made[0] = new GroupLink(target, created.id(), source, group.id(), created.name());
            return new StoreUpdate(List.of(), List.of(made[0]), List.of(), List.of());
        });
        if (!done) {
            notOurs.add(key);
            broken.add(key);
            return Optional.empty();
        }
        put(key, made[0]);
        return Optional.of(made[0]);
    }

    private GroupLink keep(GroupLink link, String key) {
        store.save(new StoreUpdate(List.of(), List.of(link), List.of(), List.of()));
        put(key, link);
        return link;
    }

    private Optional<GroupLink> rename(GroupLink link, String name) {
        GroupLink renamed = new GroupLink(target, link.groupId(), link.source(), link.reference(), name);
        Change change = change(ChangeKind.GROUP_RENAME, "G4", "the group has another name in HR", link.name())
                .groupId(link.groupId())
                .newName(name)
                .build();
        boolean done = carryOut(change, List.of(), () -> {
            groups.rename(link.groupId(), name);
            return new StoreUpdate(List.of(), List.of(renamed), List.of(link), List.of());
        });
        if (!done) {
            return Optional.empty();
        }
        put(key(link.source(), link.reference(), name), renamed);
        return Optional.of(renamed);
    }

    private boolean carryOut(Change change, List<GroupLink> unmade, Supplier<StoreUpdate> call) {
        try {
            StoreUpdate update = call.get();
            JournalEntry entry = entry(change, OutcomeKind.APPLIED, change.reason());
            store.save(new StoreUpdate(List.of(), update.groups(), update.removedGroups(), List.of(entry)));
            session.changed(change, entry);
            return true;
        } catch (ConnectorException problem) {
            String message = String.valueOf(problem.getMessage());
            JournalEntry entry = entry(change, OutcomeKind.FAILED, message);
            List<GroupLink> removed = problem.mayHaveActed() ? List.of() : unmade;
            store.save(new StoreUpdate(List.of(), List.of(), removed, List.of(entry)));
            session.changed(change, entry);
            report(change.group().orElse(""), problem);
            return false;
        }
    }

    private void journal(Change change, OutcomeKind outcome) {
        JournalEntry entry = entry(change, outcome, change.reason());
        store.save(new StoreUpdate(List.of(), List.of(), List.of(), List.of(entry)));
        session.changed(change, entry);
    }

    private void report(String name, ConnectorException problem) {
        session.notice(
                NoticeKind.GROUP_NOT_OWNED,
                Optional.empty(),
                target,
                "group '" + name + "' could not be handled: " + problem.getMessage());
    }

    private dev.tenure.lifecycle.plan.ChangeBuilder change(ChangeKind kind, String rule, String reason, String group) {
        return Change.builder(kind, target, rule, reason).group(group);
    }

    private JournalEntry entry(Change change, OutcomeKind outcome, String reason) {
        return JournalEntry.of(change, session.id(), clock.instant(), outcome, reason);
    }

    private String key(String source, String reference, String name) {
        return source + '\n' + (policy.groupIdentity() == GroupIdentity.NAME ? name : reference);
    }
}
