package dev.tenure.lifecycle.internal.map;

/**
 * A group that the user is a member of.
 *
 * @param id its id
 * @param name its name
 */
public record Group(String id, String name) {}
