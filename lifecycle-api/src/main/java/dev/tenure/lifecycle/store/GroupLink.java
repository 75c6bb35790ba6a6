package dev.tenure.lifecycle.store;

/**
 * That a group at a target is that of a provisioning group, and that the engine made or adopted it.
 *
 * @param target the target's name
 * @param groupId the group's id at the target; empty text from just before it is made until that has succeeded, so that
 *     a run that was cut off can be told from a group of somebody else (rule S4)
 * @param source the source's name
 * @param reference the reference id of the provisioning group
 * @param name its name
 */
public record GroupLink(String target, String groupId, String source, String reference, String name) {

    /**
     * Says whether the group was about to be made when a run was cut off.
     *
     * @return true if its id is not known
     */
    public boolean isIntent() {
        return groupId.isEmpty();
    }
}
