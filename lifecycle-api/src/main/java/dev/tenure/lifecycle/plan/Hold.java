package dev.tenure.lifecycle.plan;

import java.time.Instant;

/**
 * That the safeguard holds a change (rule S1).
 *
 * @param kind what is held
 * @param run the run that held it
 * @param at when
 * @param count how many changes that run held together with this one
 * @param of how many linked accounts with access the target had then
 * @param discarded whether the host dropped it; the next full or incremental import counts it anew
 */
public record Hold(ChangeKind kind, String run, Instant at, int count, int of, boolean discarded) {

    /**
     * Copies this hold as one that the host dropped.
     *
     * @return the dropped hold
     */
    public Hold discard() {
        return new Hold(kind, run, at, count, of, true);
    }
}
