package dev.tenure.lifecycle.store.jdbc;

import java.util.Optional;

/**
 * What came of verifying the journal.
 *
 * @param head the head of what was verified
 * @param forgotten how many lines, from the first one on, were forgotten and could not be verified any more; a number that
 *     is greater than your own retention explains is a reason to ask
 * @param problem what is not as it was written, and from which line on; empty if all is well
 */
public record JournalVerification(JournalHead head, long forgotten, Optional<String> problem) {

    /**
     * Says whether the journal is as it was written.
     *
     * @return true if nothing was found
     */
    public boolean isIntact() {
        return problem.isEmpty();
    }
}
