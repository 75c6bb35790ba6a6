package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts of an {@link InMemoryTarget}, with unique values ignoring case. Guarded by its owner. */
final class AccountTable {

    static final String LOGIN = "login";

    private final String target;
    private final Set<String> unique;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final AccountIndex index;
    private final Set<String> namesEverUsed = new LinkedHashSet<>();
    private int lastId;

    AccountTable(String target, Set<String> unique, Collection<String> keys) {
        this.target = target;
        this.unique = Set.copyOf(unique);
        Set<String> indexed = new LinkedHashSet<>(keys);
        indexed.addAll(unique);
        this.index = new AccountIndex(indexed);
    }

    Account insert(AccountStatus status, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> kept = withoutNulls(values);
        requireLogin(kept);
        requireUnique(null, kept);
        String id = "account-" + ++lastId;
        return put(new Row(id, status, kept));
    }

    Account replace(AccountRef ref, AccountStatus status, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> kept = withoutNulls(values);
        requireLogin(kept);
        requireUnique(ref.id(), kept);
        return put(new Row(require(ref).id, status, kept));
    }

    Changed update(AccountRef ref, AttributeDelta delta) {
        Row before = require(ref);
        Map<String, AttributeValue> values = new LinkedHashMap<>(before.values);
        delta.values().forEach((name, value) -> {
            namesEverUsed.add(name);
            if (value.isNull()) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
        });
        requireLogin(values);
        requireUnique(before.id, values);
        Row after = new Row(before.id, before.status, values);
        return new Changed(before.login(), put(after), !after.equals(before));
    }

    Changed status(AccountRef ref, AccountStatus status) {
        Row before = require(ref);
        Row after = new Row(before.id, status, before.values);
        return new Changed(before.login(), put(after), !after.equals(before));
    }

    Optional<String> remove(AccountRef ref) {
        return row(ref).map(row -> {
            rows.remove(row.id);
            index.remove(row.id, row.values);
            return row.login();
        });
    }

    Optional<Account> get(AccountRef ref) {
        return row(ref).map(this::account);
    }

    Account byLogin(String login) {
        return index.find(LOGIN, login).stream()
                .findFirst()
                .map(id -> account(row(id)))
                .orElseThrow(() -> new IllegalArgumentException(target + " has no account with the login '" + login
                        + "'; the test named one that is not there"));
    }

    Optional<Account> findLogin(String login) {
        return index.find(LOGIN, login).stream().findFirst().map(id -> account(row(id)));
    }

    List<Account> find(Collection<AccountKey> keys) {
        Set<String> found = new LinkedHashSet<>();
        for (AccountKey key : keys) {
            for (String id : index.candidates(key).orElseGet(rows::keySet)) {
                if (row(id).fits(key)) {
                    found.add(id);
                }
            }
        }
        return found.stream().map(id -> account(row(id))).toList();
    }

    List<Account> all() {
        return rows.values().stream().map(this::account).toList();
    }

    Optional<String> login(AccountRef ref) {
        return row(ref).map(Row::login);
    }

    private Account put(Row row) {
        namesEverUsed.addAll(row.values.keySet());
        Row before = rows.put(row.id, row);
        if (before != null) {
            index.remove(before.id, before.values);
        }
        index.add(row.id, row.values);
        return account(row);
    }

    /** An attribute that any account ever had is read here as empty, not as unknown. */
    private Account account(Row row) {
        Attributes.Builder attributes = Attributes.builder();
        for (String name : namesEverUsed) {
            attributes.put(name, row.values.getOrDefault(name, AttributeValue.NULL));
        }
        return new Account(new AccountRef(target, row.id), row.login(), row.status, attributes.build());
    }

    private void requireLogin(Map<String, AttributeValue> values) {
        AttributeValue login = values.get(LOGIN);
        if (login == null || login.asText().isBlank()) {
            throw new InvalidValue(
                    target,
                    LOGIN,
                    target + " refused an account: attribute 'login' has no value; check row 'login' of the mapping");
        }
    }

    private void requireUnique(@Nullable String self, Map<String, AttributeValue> values) {
        for (String name : unique) {
            AttributeValue value = values.get(name);
            if (value != null && index.find(name, value.asText()).stream().anyMatch(id -> !id.equals(self))) {
                throw new Conflict(
                        target,
                        name,
                        target + " refused an account: attribute '" + name
                                + "' has the value of another account; give one of the two another value");
            }
        }
    }

    private Row require(AccountRef ref) {
        return row(ref).orElseThrow(() ->
                new NotFound(target, target + " has no account " + ref + "; it was removed or never was"));
    }

    private Optional<Row> row(AccountRef ref) {
        return ref.target().equals(target) ? Optional.ofNullable(rows.get(ref.id())) : Optional.empty();
    }

    private Row row(String id) {
        Row row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("The index names account " + id + ", which is gone");
        }
        return row;
    }

    private static Map<String, AttributeValue> withoutNulls(Map<String, AttributeValue> values) {
        Map<String, AttributeValue> kept = new LinkedHashMap<>(values);
        kept.values().removeIf(AttributeValue::isNull);
        return kept;
    }

    /** What a write did: the login before it, the account after it, and whether the two differ. */
    record Changed(String loginBefore, Account account, boolean effective) {}

    private record Row(String id, AccountStatus status, Map<String, AttributeValue> values) {

        String login() {
            AttributeValue login = values.get(LOGIN);
            return login == null ? "" : login.asText();
        }

        boolean fits(AccountKey key) {
            return key.values().entrySet().stream().allMatch(wanted -> {
                AttributeValue value = values.get(wanted.getKey());
                return value != null && AccountKey.fold(value.asText()).equals(AccountKey.fold(wanted.getValue()));
            });
        }
    }
}
