package dev.tenure.workday.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * An organization that a worker belongs to.
 *
 * @param type the id of its type, such as {@code SUPERVISORY}
 * @param name its name
 */
public record OrganizationRecord(
        @Nullable String type, @Nullable String name) {}
