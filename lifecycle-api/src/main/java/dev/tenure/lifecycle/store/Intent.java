package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.time.Instant;

/**
 * That a call was about to be made. It is recorded before the call and taken away together with the outcome: one that is
 * still there belongs to a run that was cut off, and the target is looked at before anything is sent again (rule S4).
 *
 * @param change what was about to be done
 * @param run the run
 * @param at when
 * @param keys for a create, the login and the other keys that it was sent with: keyed hashes, from which none can be read
 *     back (rule S7), so that its account is known again although HR has changed them all since; else of nothing
 */
public record Intent(ChangeKind change, String run, Instant at, Fingerprint keys) {

    /**
     * Makes the intent of a change that is not told by keys.
     *
     * @param change what is about to be done
     * @param run the run
     * @param at when
     */
    public Intent(ChangeKind change, String run, Instant at) {
        this(change, run, at, Fingerprint.none());
    }
}
