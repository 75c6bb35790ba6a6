package dev.tenure.workday.internal.wire;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A notification: a hint that something happened to somebody, and nothing to be believed beyond that.
 *
 * @param workers the ids that it names, one for each reference
 * @param user who says it, where the notification itself tells; null where it does not
 * @param password the password that goes with it
 */
public record NotificationRecord(
        Set<String> workers,
        @Nullable String user,
        @Nullable String password) {

    /** Counts, and tells no secret. */
    @Override
    public String toString() {
        return "NotificationRecord[" + workers.size() + "]";
    }
}
