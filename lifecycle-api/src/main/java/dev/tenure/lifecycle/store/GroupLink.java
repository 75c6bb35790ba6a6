package dev.tenure.lifecycle.store;

/**
 * That a group at a target is that of a provisioning group, and that the engine made or adopted it.
 *
 * @param target the target's name
 * @param groupId the group's id at the target
 * @param source the source's name
 * @param reference the reference id of the provisioning group
 * @param name its name
 */
public record GroupLink(String target, String groupId, String source, String reference, String name) {}
