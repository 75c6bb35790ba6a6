package dev.tenure.lifecycle.internal.run.correlate;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.internal.run.setup.SentKeys;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Picks from a listing of a target the accounts that agree with a create whose answer nobody knows (rule S4). Who listed it
 * before the create was sent has to list it again. For one thread.
 */
final class AccountsSought {

    private final SentKeys keys;
    private final Map<WorkerRef, Intent> creates;
    private final Map<SentKeys.Key, Set<WorkerRef>> byKey = new HashMap<>();
    private final Map<WorkerRef, Set<AccountRef>> found = new HashMap<>();

    /**
     * Begins before the listing does.
     *
     * @param keys hashes what accounts have
     * @param creates the creates whose answers nobody knows
     */
    AccountsSought(SentKeys keys, Map<WorkerRef, Intent> creates) {
        this.keys = keys;
        this.creates = Map.copyOf(creates);
        creates.forEach((worker, create) -> keys.each(create.keys())
                .forEach(key ->
                        byKey.computeIfAbsent(key, any -> new HashSet<>()).add(worker)));
    }

    /** Looks at a page of the listing. */
    void see(List<Account> page) {
        if (byKey.isEmpty()) {
            return;
        }
        for (Account account : page) {
            for (SentKeys.Key key : keys.each(account)) {
                byKey.getOrDefault(key, Set.of())
                        .forEach(worker -> found.computeIfAbsent(worker, any -> new HashSet<>())
                                .add(account.ref()));
            }
        }
    }

    /** Whether this very create was sent before the target was listed. */
    boolean covers(WorkerRef worker, Intent create) {
        return create.equals(creates.get(worker));
    }

    /** The accounts that agree with what was sent for a worker. */
    Set<AccountRef> of(WorkerRef worker) {
        return found.getOrDefault(worker, Set.of());
    }
}
