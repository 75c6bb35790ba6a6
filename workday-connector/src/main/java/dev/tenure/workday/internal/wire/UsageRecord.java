package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address, number or e-mail is used for.
 *
 * @param type such as {@code WORK} or {@code HOME}
 * @param primary whether it is the primary one of that use
 */
public record UsageRecord(@Nullable String type, boolean primary) {

    /**
     * Says whether something is used for a purpose at all.
     *
     * @param usages all uses
     * @param type the purpose
     * @return true if one of the uses is of that type
     */
    public static boolean has(List<UsageRecord> usages, String type) {
        for (UsageRecord usage : usages) {
            if (type.equalsIgnoreCase(usage.type)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Says whether something is the primary one for a purpose.
     *
     * @param usages all uses
     * @param type the purpose
     * @return true if one of the uses is of that type and primary
     */
    public static boolean isPrimary(List<UsageRecord> usages, String type) {
        for (UsageRecord usage : usages) {
            if (usage.primary && type.equalsIgnoreCase(usage.type)) {
                return true;
            }
        }
        return false;
    }
}
