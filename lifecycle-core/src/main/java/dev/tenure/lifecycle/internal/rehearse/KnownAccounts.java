package dev.tenure.lifecycle.internal.rehearse;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts as a rehearsal knows them, found by their keys. Not for use by several threads. */
final class KnownAccounts {

    private final Set<String> keys;
    private final Map<AccountRef, Optional<Account>> accounts = new HashMap<>();
    private final Map<Key, Set<AccountRef>> byKey = new HashMap<>();

    KnownAccounts(Set<String> keys) {
        this.keys = Set.copyOf(keys);
    }

    private record Key(String attribute, String value) {}

    boolean knows(AccountRef ref) {
        return accounts.containsKey(ref);
    }

    Optional<Account> get(AccountRef ref) {
        return accounts.getOrDefault(ref, Optional.empty());
    }

    /** Adds accounts of the real target; of one that is known already, what was made of it here counts. */
    void addIfNew(List<Account> some) {
        some.stream().filter(account -> !knows(account.ref())).forEach(this::put);
    }

    Account put(Account account) {
        get(account.ref()).ifPresent(this::unindex);
        accounts.put(account.ref(), Optional.of(account));
        for (String attribute : keys) {
            key(account, attribute)
                    .ifPresent(key -> byKey.computeIfAbsent(key, any -> new LinkedHashSet<>())
                            .add(account.ref()));
        }
        return account;
    }

    void remove(AccountRef ref) {
        get(ref).ifPresent(this::unindex);
        accounts.put(ref, Optional.empty());
    }

    private void unindex(Account account) {
        for (String attribute : keys) {
            key(account, attribute).map(byKey::get).ifPresent(refs -> refs.remove(account.ref()));
        }
    }

    List<Account> find(Collection<AccountKey> wanted) {
        Set<AccountRef> found = new LinkedHashSet<>();
        for (AccountKey key : wanted) {
            Map.Entry<String, String> first = key.values().entrySet().iterator().next();
            byKey.getOrDefault(new Key(first.getKey(), AccountKey.fold(first.getValue())), Set.of()).stream()
                    .filter(ref ->
                            get(ref).filter(account -> fits(account, key)).isPresent())
                    .forEach(found::add);
        }
        return found.stream().flatMap(ref -> get(ref).stream()).toList();
    }

    private static boolean fits(Account account, AccountKey key) {
        return key.values().entrySet().stream()
                .allMatch(part -> account.attributes()
                        .text(part.getKey())
                        .map(AccountKey::fold)
                        .filter(AccountKey.fold(part.getValue())::equals)
                        .isPresent());
    }

    private static Optional<Key> key(Account account, String attribute) {
        return account.attributes().text(attribute).map(value -> new Key(attribute, AccountKey.fold(value)));
    }
}
