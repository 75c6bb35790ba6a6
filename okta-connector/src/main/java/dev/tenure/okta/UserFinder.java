package dev.tenure.okta;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.okta.internal.call.Paging;
import dev.tenure.okta.internal.call.UserCalls;
import dev.tenure.okta.internal.translate.Accounts;
import dev.tenure.okta.internal.wire.OktaUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds users by id, by key, or all of them, deactivated ones too. Safe for use by several threads. */
final class UserFinder {

    /** Okta's default listing leaves out deactivated users; one by status does not. */
    private static final String EVERY_STATUS = String.join(
            " or ",
            List.of(
                            "STAGED",
                            "PROVISIONED",
                            "ACTIVE",
                            "RECOVERY",
                            "PASSWORD_EXPIRED",
                            "LOCKED_OUT",
                            "SUSPENDED",
                            "DEPROVISIONED")
                    .stream()
                    .map(status -> "status eq \"" + status + "\"")
                    .toList());

    private final UserCalls users;
    private final int pageSize;

    /** The keys that only a search finds. */
    private final List<String> searched;

    private final Accounts accounts;
    private final UserSchema schema;
    private final RecentWrites recent;

    UserFinder(
            UserCalls users,
            int pageSize,
            List<String> keys,
            Accounts accounts,
            UserSchema schema,
            RecentWrites recent) {
        this.users = users;
        this.pageSize = pageSize;
        this.searched =
                keys.stream().filter(key -> !KeySearch.isFilterable(key)).toList();
        this.accounts = accounts;
        this.schema = schema;
        this.recent = recent;
    }

    /** Reads one user by its id, which has a larger limit than a listing; several in one call. */
    List<Account> byIds(List<String> ids) {
        if (ids.size() == 1) {
            return byId(ids.get(0)).stream().toList();
        }
        List<Account> found = new ArrayList<>();
        for (String expression : KeySearch.ids(ids)) {
            each(users.list("filter", expression, pageSize), user -> found.add(account(user)));
        }
        return found;
    }

    List<Account> byKeys(Collection<AccountKey> wanted) {
        Map<String, Account> found = new LinkedHashMap<>();
        List<AccountKey> filterable =
                wanted.stream().filter(KeySearch::isFilterable).toList();
        for (String expression : KeySearch.expressions(filterable)) {
            each(users.list("filter", expression, pageSize), user -> found.putIfAbsent(user.id(), account(user)));
        }
        List<AccountKey> searchable =
                wanted.stream().filter(key -> !KeySearch.isFilterable(key)).toList();
        if (!searchable.isEmpty()) {
            for (Account account : search(searchable)) {
                found.putIfAbsent(account.ref().id(), account);
            }
        }
        return List.copyOf(found.values());
    }

    AccountPages all() {
        Paging<OktaUser> pages = users.list("filter", EVERY_STATUS, pageSize);
        return new AccountPages() {
            @Override
            public Optional<List<Account>> next() {
                return pages.next().map(page -> accounts.of(page, schema.knownNames()));
            }

            @Override
            public void close() {
                pages.stop();
            }
        };
    }

    Account account(OktaUser user) {
        return accounts.of(user, schema.knownNames());
    }

    /** Remembers what was just written, since a search may not see it yet. */
    void wrote(Set<String> attributes, OktaUser user) {
        Set<String> looked = new LinkedHashSet<>(searched);
        looked.addAll(schema.knownUnique());
        for (String key : looked) {
            if (attributes.contains(key)) {
                user.profile().text(key).ifPresent(value -> recent.add(key, value, user.id()));
            }
        }
    }

    private Optional<Account> byId(String id) {
        try {
            return Optional.of(account(users.read(id)));
        } catch (NotFound nobody) {
            return Optional.empty();
        }
    }

    /** Searches lag behind: who was found is read again, and who was written a moment ago too. */
    private List<Account> search(List<AccountKey> searchable) {
        Set<String> ids = new LinkedHashSet<>();
        for (String expression : KeySearch.expressions(searchable)) {
            each(users.list("search", expression, pageSize), user -> ids.add(user.id()));
        }
        for (AccountKey key : searchable) {
            key.values().forEach((attribute, value) -> ids.addAll(recent.find(attribute, value)));
        }
        return byIds(List.copyOf(ids)).stream()
                .filter(account -> searchable.stream().anyMatch(key -> KeySearch.fits(account, key)))
                .toList();
    }

    private static void each(Paging<OktaUser> pages, Consumer<OktaUser> consumer) {
        for (Optional<List<OktaUser>> page = pages.next(); page.isPresent(); page = pages.next()) {
            page.get().forEach(consumer);
        }
    }
}
