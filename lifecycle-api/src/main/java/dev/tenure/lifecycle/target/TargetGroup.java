package dev.tenure.lifecycle.target;

/**
 * A group as a target has it.
 *
 * @param id the group's own id, which survives a rename
 * @param name its name
 */
public record TargetGroup(String id, String name) {}
