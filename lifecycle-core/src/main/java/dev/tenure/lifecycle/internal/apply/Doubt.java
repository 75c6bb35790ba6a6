package dev.tenure.lifecycle.internal.apply;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Intent;
import java.time.Instant;
import java.util.Optional;

/**
 * What calls whose answer was lost may have changed at an account that was there before. It is kept with the intents, whatever
 * they are for, until calls about the same things have succeeded or a look has shown how these are (rule S4). So is that HR is to
 * be told of it, until it was.
 */
public final class Doubt {

    private Doubt() {}

    /**
     * Reads what is in doubt.
     *
     * @param known what the store knows of the account
     * @return keyed hashes of what it is about; of nothing if nothing is in doubt
     */
    public static Fingerprint of(AccountState known) {
        return known.intent()
                .filter(intent -> intent.change() != ChangeKind.CREATE)
                .map(Intent::keys)
                .orElse(Fingerprint.none());
    }

    /**
     * Makes the intent that is kept once something is done.
     *
     * @param next what comes next
     * @param doubt what is still in doubt
     * @param run the run
     * @param at when
     * @return an intent, empty if nothing comes next and nothing is in doubt
     */
    public static Optional<Intent> open(Optional<ChangeKind> next, Fingerprint doubt, String run, Instant at) {
        Optional<ChangeKind> kind =
                doubt.equals(Fingerprint.none()) ? next : next.or(() -> Optional.of(ChangeKind.UPDATE));
        return kind.map(open -> new Intent(open, run, at, doubt));
    }
}
