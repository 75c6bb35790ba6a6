package dev.tenure.lifecycle.worker;

import dev.tenure.lifecycle.attribute.Attributes;
import java.util.List;
import java.util.Optional;

/**
 * What HR says of one worker record at one moment. Never stored (rule S7); only its {@link Employment} may be.
 *
 * @param ref names the record
 * @param employment the facts that decide about the lifecycle
 * @param attributes the source profile: base attributes of rule M1 and custom ones; what was not read is missing here
 * @param groups the provisioning groups of the worker; empty if groups were not read, which is not the same as none
 */
public record Worker(
        WorkerRef ref, Employment employment, Attributes attributes, Optional<List<ProvisioningGroup>> groups) {

    /** Copies the list. */
    public Worker {
        groups = groups.map(List::copyOf);
    }

    /** Names the record and says nothing of the person, so that it may stand in a log line. */
    @Override
    public String toString() {
        return "Worker[" + ref + "]";
    }
}
