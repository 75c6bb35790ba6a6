package dev.tenure.lifecycle.internal.run.correlate;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Accounts of one target read for a page of workers: a few calls for the page, none for each worker. */
public final class Lookup {

    private final Map<AccountRef, Account> byRef = new LinkedHashMap<>();
    private final Map<AccountRef, WorkerState> owners = new HashMap<>();
    private final Map<List<String>, Map<List<String>, List<Account>>> byKey = new HashMap<>();

    /**
     * Reads accounts by reference and by key.
     *
     * @param binding the target
     * @param store says to whom they belong
     * @param refs the accounts to read
     * @param keys the keys to find accounts by
     * @param retries wraps the calls
     */
    public static Lookup of(
            TargetBinding binding,
            LifecycleStore store,
            Set<AccountRef> refs,
            Collection<AccountKey> keys,
            java.util.function.UnaryOperator<Supplier<List<Account>>> retries) {
        Lookup lookup = new Lookup();
        if (!refs.isEmpty()) {
            lookup.add(retries.apply(() -> binding.target().get(refs)).get());
        }
        if (!keys.isEmpty()) {
            lookup.add(retries.apply(() -> binding.target().find(new HashSet<>(keys)))
                    .get());
        }
        Map<AccountRef, WorkerRef> owned = store.owners(lookup.byRef.keySet());
        Map<WorkerRef, WorkerState> states = store.load(owned.values());
        owned.forEach((account, owner) -> {
            WorkerState state = states.get(owner);
            if (state != null) {
                lookup.owners.put(account, state);
            }
        });
        return lookup;
    }

    private void add(List<Account> accounts) {
        accounts.forEach(account -> byRef.put(account.ref(), account));
    }

    public Optional<Account> account(AccountRef ref) {
        return Optional.ofNullable(byRef.get(ref));
    }

    public List<Account> all() {
        return new ArrayList<>(byRef.values());
    }

    /** The accounts that agree with one of the keys, each once: a worker is not compared with everybody of its page. */
    public List<Account> agreeing(List<AccountKey> keys) {
        Map<AccountRef, Account> agreeing = new LinkedHashMap<>();
        for (AccountKey key : keys) {
            SortedMap<String, String> sorted = new TreeMap<>(key.values());
            byKey.computeIfAbsent(List.copyOf(sorted.keySet()), this::index)
                    .getOrDefault(folded(sorted.values()), List.of())
                    .forEach(account -> agreeing.put(account.ref(), account));
        }
        return List.copyOf(agreeing.values());
    }

    private Map<List<String>, List<Account>> index(List<String> attributes) {
        Map<List<String>, List<Account>> index = new HashMap<>();
        for (Account account : byRef.values()) {
            List<String> values = attributes.stream()
                    .flatMap(name -> account.attributes().text(name).stream())
                    .toList();
            if (values.size() == attributes.size()) {
                index.computeIfAbsent(folded(values), any -> new ArrayList<>()).add(account);
            }
        }
        return index;
    }

    private static List<String> folded(Collection<String> values) {
        return values.stream().map(AccountKey::fold).toList();
    }

    public Optional<WorkerState> owner(AccountRef ref) {
        return Optional.ofNullable(owners.get(ref));
    }

    /**
     * Which of some accounts cannot be this worker's: those of other workers, unless that one has ended and its account is
     * deactivated (rule E10).
     */
    public Set<AccountRef> taken(String target, WorkerRef worker, Collection<Account> accounts) {
        Set<AccountRef> taken = new HashSet<>();
        for (Account account : accounts) {
            owner(account.ref())
                    .filter(owner -> !owner.ref().equals(worker) && !isOver(owner, target))
                    .ifPresent(owner -> taken.add(account.ref()));
        }
        return taken;
    }

    private static boolean isOver(WorkerState owner, String target) {
        return owner.state() == LifecycleState.TERMINATED
                && owner.at(target)
                        .link()
                        .map(Link::status)
                        .filter(status -> status == AccountStatus.DEACTIVATED)
                        .isPresent();
    }
}
