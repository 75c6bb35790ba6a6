package dev.tenure.lifecycle.worker;

/**
 * A provisioning group of HR: a list of workers made for access, not a security group of HR itself (rule G1).
 *
 * @param id the reference id, which survives a rename
 * @param name the name, which is also that of the group at the target
 */
public record ProvisioningGroup(String id, String name) {

    /** Refuses blank parts. */
    public ProvisioningGroup {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A provisioning group needs an id and a name");
        }
    }
}
