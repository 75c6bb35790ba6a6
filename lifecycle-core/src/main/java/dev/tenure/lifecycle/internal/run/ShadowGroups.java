package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.internal.apply.Retries;
import dev.tenure.lifecycle.source.HrSource;
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
        for (HrSource source : settings.sources()) {
            Map<String, Set<AccountRef>> ofSource = new HashMap<>();
            for (ProvisioningGroup group : retries.call(source::groups).orElse(List.of())) {
                ofSource.put(
                        group.name(),
                        known.computeIfAbsent(group.name(), name -> members(target.get(), name, retries)));
            }
            groups.members.put(source.name(), ofSource);
        }
        return groups;
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
