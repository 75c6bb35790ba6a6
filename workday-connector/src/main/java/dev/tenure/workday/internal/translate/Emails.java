package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.EmailRecord;
import dev.tenure.workday.internal.wire.UsageRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses among e-mail addresses. */
public final class Emails {

    private Emails() {}

    /**
     * Finds the address for a purpose: the one that is primary for it, else the first in the order of the document. An
     * empty address is passed over, an address without a purpose serves none.
     *
     * @param emails all addresses
     * @param usages the ids of the usage types of the purpose, such as {@code WORK}
     * @return the entry, null if there is none
     */
    public static @Nullable EmailRecord choose(List<EmailRecord> emails, List<String> usages) {
        EmailRecord first = null;
        for (EmailRecord email : emails) {
            UsageRecord usage = email.address() == null ? null : UsageRecord.find(email.usages(), usages);
            if (usage == null) {
                continue;
            }
            if (usage.primary()) {
                return email;
            }
            first = first == null ? email : first;
        }
        return first;
    }
}
