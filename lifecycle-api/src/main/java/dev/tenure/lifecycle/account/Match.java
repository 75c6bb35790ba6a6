package dev.tenure.lifecycle.account;

import java.util.List;
import java.util.Optional;

/**
 * What matching found for a worker at a target.
 *
 * @param kind how well it fits
 * @param account the account that fits; empty for {@link MatchKind#NONE}, and for a conflict of several
 * @param by the attributes that agree, by their names at the target
 */
public record Match(MatchKind kind, Optional<Account> account, List<String> by) {

    /** Copies the list. */
    public Match {
        by = List.copyOf(by);
    }

    /**
     * Says that no account fits.
     *
     * @return the match that is none
     */
    public static Match none() {
        return new Match(MatchKind.NONE, Optional.empty(), List.of());
    }
}
