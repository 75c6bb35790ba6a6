package dev.tenure.lifecycle.internal.run.correlate;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.Attributes;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The logins and e-mail addresses that accounts give up in this run, so that two workers may swap theirs and a new one may
 * take what another lets go.
 */
final class ReleasedKeys {

    private record Key(String attribute, String value) {}

    private final Map<AccountRef, Set<Key>> released = new ConcurrentHashMap<>();

    /** Notes what an account has and is not to have any longer. */
    void note(Account account, Attributes wanted, Collection<String> keys) {
        for (String attribute : keys) {
            Optional<String> has = account.attributes().text(attribute).map(AccountKey::fold);
            Optional<String> gets = wanted.text(attribute).map(AccountKey::fold);
            if (has.isPresent() && gets.isPresent() && !has.equals(gets)) {
                released.computeIfAbsent(account.ref(), any -> ConcurrentHashMap.newKeySet())
                        .add(new Key(attribute, has.get()));
            }
        }
    }

    /** An account without the keys that it gives up. */
    Account without(Account account) {
        Attributes.Builder rest = null;
        for (Key key : released.getOrDefault(account.ref(), Set.of())) {
            boolean gone = account.attributes()
                    .text(key.attribute())
                    .map(AccountKey::fold)
                    .filter(key.value()::equals)
                    .isPresent();
            if (gone) {
                rest = (rest == null ? account.attributes().toBuilder() : rest).remove(key.attribute());
            }
        }
        return rest == null ? account : new Account(account.ref(), account.login(), account.status(), rest.build());
    }
}
