package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address, number or e-mail is used for.
 *
 * @param type the id of the usage type, such as {@code WORK} or {@code HOME}
 * @param primary whether it is the primary one of that use
 */
public record UsageRecord(@Nullable String type, boolean primary) {

    /**
     * Finds the use for a purpose: the primary one, else the first in the order of the document.
     *
     * @param usages all uses
     * @param types the ids of the usage types of the purpose; case does not count
     * @return the use, null if there is none for that purpose
     */
    public static @Nullable UsageRecord find(List<UsageRecord> usages, List<String> types) {
        UsageRecord first = null;
        for (UsageRecord usage : usages) {
            if (!usage.isOneOf(types)) {
                continue;
            }
            if (usage.primary) {
                return usage;
            }
            first = first == null ? usage : first;
        }
        return first;
    }

    private boolean isOneOf(List<String> types) {
        for (String each : types) {
            if (each.equalsIgnoreCase(type)) {
                return true;
            }
        }
        return false;
    }
}
