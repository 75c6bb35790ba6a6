package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What changes in HR.
 *
 * @param put workers to hire or change
 * @param unlogged the ids of those whose change the change log does not show
 * @param remove the ids of workers to take out
 * @param groups the new complete list of provisioning groups, if it changes
 */
record HrChange(
        List<HrRecord> put, Set<String> unlogged, List<String> remove, Optional<List<ProvisioningGroup>> groups) {

    static final HrChange NONE = new HrChange(List.of(), Set.of(), List.of(), Optional.empty());

    HrChange {
        put = List.copyOf(put);
        unlogged = Set.copyOf(unlogged);
        remove = List.copyOf(remove);
    }

    void applyTo(InMemoryHrSource hr) {
        groups.ifPresent(hr::setGroups);
        for (HrRecord worker : put) {
            if (unlogged.contains(worker.id())) {
                hr.putUnlogged(worker);
            } else {
                hr.put(worker);
            }
        }
        remove.forEach(hr::remove);
    }
}
