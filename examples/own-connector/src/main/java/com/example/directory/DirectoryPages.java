package com.example.directory;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.target.AccountPages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists everybody: the directory says with each page where the next one begins. */
final class DirectoryPages implements AccountPages {

    private final DirectoryCalls calls;
    private final People people;
    private @Nullable String after = "";

    DirectoryPages(DirectoryCalls calls, People people) {
        this.calls = calls;
        this.people = people;
    }

    @Override
    public Optional<List<Account>> next() {
        if (after == null) {
            return Optional.empty();
        }
        Map<String, Object> page = calls.get("list people", "people", Map.of("after", after));
        List<Account> accounts = people.accounts(page);
        // Only now: a page that failed is asked for again.
        after = page.get("next") instanceof String next ? next : null;
        return accounts.isEmpty() ? Optional.empty() : Optional.of(accounts);
    }

    @Override
    public void close() {
        after = null;
    }
}
