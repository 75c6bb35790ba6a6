package dev.tenure.lifecycle.internal.rehearse;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.internal.memory.TextFilter;
import dev.tenure.lifecycle.target.AccountPages;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of some attributes a listing of all accounts had, so that after it the target need not be asked for each new
 * one. Safe for use by several threads.
 */
final class ListedValues {

    private final Set<String> attributes;
    private final TextFilter values = new TextFilter();
    private boolean complete;

    ListedValues(Set<String> attributes) {
        this.attributes = Set.copyOf(attributes);
    }

    /** The same listing, of which the values are noted. */
    AccountPages noting(AccountPages pages) {
        return new AccountPages() {
            @Override
            public Optional<List<Account>> next() {
                Optional<List<Account>> page = pages.next();
                note(page);
                return page;
            }

            @Override
            public void close() {
                pages.close();
            }
        };
    }

    private synchronized void note(Optional<List<Account>> page) {
        complete |= page.isEmpty();
        page.ifPresent(accounts -> accounts.forEach(account -> attributes.forEach(attribute ->
                account.attributes().text(attribute).ifPresent(value -> values.add(text(attribute, value))))));
    }

    /** Whether it is known that no account of the target has a value. */
    synchronized boolean isNobodys(AccountKey key) {
        return complete
                && key.values().entrySet().stream()
                        .anyMatch(part -> attributes.contains(part.getKey())
                                && !values.mayContain(text(part.getKey(), part.getValue())));
    }

    private static String text(String attribute, String value) {
        return attribute + '=' + AccountKey.fold(value);
    }
}
