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
 * @param at when; for a create that came back without a word of what it did, the instant at which it came back
 * @param keys keyed hashes, from which nothing can be read back (rule S7): for a create, the login and the other keys that it
 *     was sent with, so that its account is known again although HR has changed them all since; for an update, a move or a
 *     membership, the names of what is changed or the id of the group, without values, so that what may have been changed is
 *     seen to although HR has taken it back since, together with those of calls before it whose answer was lost, and one
 *     that stands for what HR is to be told; else of nothing
 */
public record Intent(ChangeKind change, String run, Instant at, Fingerprint keys) {

    /**
     * Makes the intent of a change of which the kind says all.
     *
     * @param change what is about to be done
     * @param run the run
     * @param at when
     */
    public Intent(ChangeKind change, String run, Instant at) {
        this(change, run, at, Fingerprint.none());
    }
}
