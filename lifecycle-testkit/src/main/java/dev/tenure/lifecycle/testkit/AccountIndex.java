package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the accounts that have a value in some attributes, ignoring case. */
final class AccountIndex {

    private final Map<String, Map<String, Set<String>>> idsByValue = new HashMap<>();

    AccountIndex(Set<String> attributes) {
        attributes.forEach(name -> idsByValue.put(name, new HashMap<>()));
    }

    void add(String id, Map<String, AttributeValue> values) {
        idsByValue.forEach((name, ids) -> {
            AttributeValue value = values.get(name);
            if (value != null) {
                ids.computeIfAbsent(AccountKey.fold(value.asText()), any -> new LinkedHashSet<>())
                        .add(id);
            }
        });
    }

    void remove(String id, Map<String, AttributeValue> values) {
        idsByValue.forEach((name, ids) -> {
            AttributeValue value = values.get(name);
            if (value != null) {
                ids.computeIfPresent(AccountKey.fold(value.asText()), (any, holders) -> {
                    holders.remove(id);
                    return holders.isEmpty() ? null : holders;
                });
            }
        });
    }

    Set<String> find(String attribute, String value) {
        return Set.copyOf(idsByValue.getOrDefault(attribute, Map.of()).getOrDefault(AccountKey.fold(value), Set.of()));
    }

    /** Gives the accounts that can fit a key; empty where no attribute of the key is indexed, so that any can. */
    Optional<Set<String>> candidates(AccountKey key) {
        return key.values().entrySet().stream()
                .filter(wanted -> idsByValue.containsKey(wanted.getKey()))
                .findFirst()
                .map(wanted -> find(wanted.getKey(), wanted.getValue()));
    }
}
