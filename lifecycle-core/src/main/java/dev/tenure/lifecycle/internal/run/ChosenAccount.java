package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.internal.apply.Retries;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Optional;

/** Finds the account that a person chose for a worker, and refuses one that cannot be the worker's (rules E8, N2). */
final class ChosenAccount {

    private final LifecycleStore store;
    private final Retries retries;

    ChosenAccount(LifecycleStore store, Retries retries) {
        this.store = store;
        this.retries = retries;
    }

    /**
     * Finds it.
     *
     * @throws IllegalArgumentException if there is none, if it is another worker's, or if the worker has another account that
     *     is there
     */
    Account find(WorkerRef worker, TargetBinding binding, String login) {
        AccountKey key = AccountKey.of(binding.description().login(), login);
        Account account = retries.call(() -> binding.target().find(List.of(key))).stream()
                .filter(found -> found.login().equalsIgnoreCase(login))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No account at " + binding.name() + " has the login that was given; look it up there"));
        WorkerRef owner = store.owners(List.of(account.ref())).get(account.ref());
        if (owner != null && !owner.equals(worker)) {
            throw new IllegalArgumentException(
                    "Account " + account.ref() + " is linked to worker " + owner + "; it can have one worker only");
        }
        linked(worker, binding)
                .filter(before -> !before.equals(account.ref()))
                .ifPresent(before -> requireGone(worker, binding, before));
        return account;
    }

    private Optional<AccountRef> linked(WorkerRef worker, TargetBinding binding) {
        return Optional.ofNullable(store.load(List.of(worker)).get(worker))
                .map((WorkerState state) -> state.at(binding.name()))
                .flatMap(known -> known.link().map(Link::account));
    }

    private void requireGone(WorkerRef worker, TargetBinding binding, AccountRef before) {
        if (!retries.call(() -> binding.target().get(List.of(before))).isEmpty()) {
            throw new IllegalArgumentException("Worker " + worker + " is linked to account " + before
                    + ", which is there; a link that is not missing is not replaced");
        }
    }
}
