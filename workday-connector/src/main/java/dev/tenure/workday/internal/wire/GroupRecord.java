package dev.tenure.workday.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * A worker's place in a provisioning group.
 *
 * @param name the group's name
 * @param status such as {@code Assigned} or {@code Unassigned}
 */
public record GroupRecord(@Nullable String name, @Nullable String status) {}
