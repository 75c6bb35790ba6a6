package dev.tenure.workday.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the transaction log.
 *
 * @param type the id of the business process type, such as {@code Hire Employee}
 * @param effective when it takes effect, as it is on the wire
 * @param rescinded whether it was taken back, or takes another one back
 */
public record LogRecord(@Nullable String type, @Nullable String effective, boolean rescinded) {}
