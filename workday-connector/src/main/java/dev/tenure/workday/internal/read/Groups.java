package dev.tenure.workday.internal.read;

import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.workday.internal.call.GroupPager;
import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.wire.GroupsAnswer.GroupEntry;
import dev.tenure.workday.internal.wire.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The provisioning groups. A worker's record names them only; the id that survives a rename stands in the list of all
 * groups, which is read when a read begins and again when a name comes up that it lacks. Safe for use by several threads.
 */
public final class Groups {

    private volatile Map<String, ProvisioningGroup> byName = Map.of();
    private final Set<String> soughtInVain = ConcurrentHashMap.newKeySet();

    /** Makes an empty cache. */
    public Groups() {}

    /** Reads all groups, in Workday's order. */
    List<ProvisioningGroup> refresh(HumanResources service) {
        return List.copyOf(readAll(service).values());
    }

    private Map<String, ProvisioningGroup> readAll(HumanResources service) {
        Instant now = service.serverTime();
        GroupPager pager = new GroupPager(service, now.atOffset(ZoneOffset.UTC).toLocalDate(), now);
        Map<String, ProvisioningGroup> found = new LinkedHashMap<>();
        for (List<GroupEntry> page = pager.next(); !page.isEmpty(); page = pager.next()) {
            for (GroupEntry group : page) {
                add(group, found);
            }
        }
        byName = found;
        return found;
    }

    /** Forgets what was read. */
    void forget() {
        byName = Map.of();
        soughtInVain.clear();
    }

    /**
     * Gives what Workday knows of certain names, read if need be. What is given stays as it is, whatever another read does
     * meanwhile.
     */
    Known known(HumanResources service, Collection<String> names) {
        Map<String, ProvisioningGroup> known = byName;
        if (names.stream().allMatch(name -> known.containsKey(name) || soughtInVain.contains(name))) {
            return new Known(known);
        }
        Map<String, ProvisioningGroup> fresh = readAll(service);
        names.stream().filter(name -> !fresh.containsKey(name)).forEach(soughtInVain::add);
        return new Known(fresh);
    }

    /** Groups by name, as they were at one moment. */
    record Known(Map<String, ProvisioningGroup> byName) {

        /** Gives the groups of these names; one that is not in Workday's list has its name for an id. */
        List<ProvisioningGroup> named(List<String> names) {
            ProvisioningGroup[] groups = new ProvisioningGroup[names.size()];
            for (int i = 0; i < groups.length; i++) {
                ProvisioningGroup group = byName.get(names.get(i));
                groups[i] = group == null ? new ProvisioningGroup(names.get(i), names.get(i)) : group;
            }
            return List.of(groups);
        }
    }

    private static void add(GroupEntry group, Map<String, ProvisioningGroup> into) {
        String named = group.reference().of("Provisioning_Group_Name");
        String name = group.name() == null ? named : group.name();
        if (name != null) {
            String wid = group.reference().of(Ids.WID);
            into.putIfAbsent(name, new ProvisioningGroup(wid == null ? name : wid, name));
        }
    }
}
