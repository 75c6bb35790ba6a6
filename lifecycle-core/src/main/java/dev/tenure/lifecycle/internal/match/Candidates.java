package dev.tenure.lifecycle.internal.match;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import java.util.List;
import java.util.Set;

/**
 * What matching is given beside the worker's own keys.
 *
 * @param accounts accounts that may fit, as read now
 * @param taken those of them that belong to another worker, so that they cannot be this one's
 * @param rejected the ids of accounts of which a person said that they are not this worker's
 */
public record Candidates(List<Account> accounts, Set<AccountRef> taken, Set<String> rejected) {

    /** Copies the collections. */
    public Candidates {
        accounts = List.copyOf(accounts);
        taken = Set.copyOf(taken);
        rejected = Set.copyOf(rejected);
    }
}
