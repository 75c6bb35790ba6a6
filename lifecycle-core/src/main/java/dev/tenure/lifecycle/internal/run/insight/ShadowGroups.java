package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.internal.apply.Retries;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.policy.GroupIdentity;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who is in which group of HR's at a target, read once: a call or two for each group, none for each worker. */
final class ShadowGroups {

    private final boolean compared;
    private final Map<String, Map<String, Set<AccountRef>>> members = new HashMap<>();

    private ShadowGroups(boolean compared) {
        this.compared = compared;
    }

    static ShadowGroups read(Settings settings, TargetBinding binding, Retries retries) {
        Optional<GroupTarget> target = binding.target().groups();
        if (!settings.policy().importGroups() || target.isEmpty()) {
            return new ShadowGroups(false);
        }
        ShadowGroups groups = new ShadowGroups(true);
        Map<String, Set<AccountRef>> known = new HashMap<>();
        List<GroupLink> links = settings.store().groups(binding.name());
        for (HrSource source : settings.sources()) {
            Map<String, Set<AccountRef>> ofSource = new HashMap<>();
            for (ProvisioningGroup group : retries.call(source::groups).orElse(List.of())) {
                Optional<String> linked = linked(links, source.name(), group, settings.policy());
                ofSource.put(
                        group.name(),
                        linked.map(id -> known.computeIfAbsent(
                                        "id " + id,
                                        any -> new HashSet<>(
                                                retries.call(() -> target.get().members(id)))))
                                .orElseGet(() -> known.computeIfAbsent(
                                        "name " + group.name(), any -> members(target.get(), group.name(), retries))));
            }
            groups.members.put(source.name(), ofSource);
        }
        return groups;
    }

    /** G4: a group that the engine made is told by its reference, where the policy says so, whatever it is called now. */
    private static Optional<String> linked(
            List<GroupLink> links, String source, ProvisioningGroup group, LifecyclePolicy policy) {
        boolean byName = policy.groupIdentity() == GroupIdentity.NAME;
        return links.stream()
                .filter(link -> link.source().equals(source) && !link.isIntent())
                .filter(link -> byName
                        ? link.name().equals(group.name())
                        : link.reference().equals(group.id()))
                .map(GroupLink::groupId)
                .findFirst();
    }

    private static Set<AccountRef> members(GroupTarget target, String name, Retries retries) {
        Optional<TargetGroup> group = retries.call(() -> target.find(name));
        return group.isEmpty()
                ? Set.of()
                : new HashSet<>(retries.call(() -> target.members(group.get().id())));
    }

    /**
     * Memberships that differ.
     *
     * @param missing the groups that the account should be in and is not
     * @param extra the groups that the account is in and should not be
     */
    record Memberships(List<String> missing, List<String> extra) {}

    Optional<Memberships> compare(Subject subject, AccountRef account) {
        Optional<List<ProvisioningGroup>> inHr = subject.worker().flatMap(Worker::groups);
        if (!compared || inHr.isEmpty()) {
            return Optional.empty();
        }
        Set<String> wanted = new TreeSet<>();
        inHr.get().forEach(group -> wanted.add(group.name()));
        Set<String> present = new TreeSet<>();
        members.getOrDefault(subject.ref().source(), Map.of()).forEach((name, accounts) -> {
            if (accounts.contains(account)) {
                present.add(name);
            }
        });
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(present);
        List<String> extra = new ArrayList<>(present);
        extra.removeAll(wanted);
        return missing.isEmpty() && extra.isEmpty() ? Optional.empty() : Optional.of(new Memberships(missing, extra));
    }
}
