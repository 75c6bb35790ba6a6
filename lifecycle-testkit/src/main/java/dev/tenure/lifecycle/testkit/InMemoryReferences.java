package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.target.ReferenceTarget;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Attributes that name another account by a key.
 *
 * @param keys the key attributes by the attributes that name accounts by them
 */
record InMemoryReferences(Map<String, String> keys) implements ReferenceTarget {

    InMemoryReferences {
        keys = Map.copyOf(keys);
    }

    @Override
    public Set<String> attributes() {
        return keys.keySet();
    }

    @Override
    public Optional<AccountKey> keyOf(String attribute, String value) {
        return Optional.ofNullable(keys.get(attribute)).map(key -> AccountKey.of(key, value));
    }
}
