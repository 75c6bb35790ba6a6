package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.target.AccountPages;
import java.util.List;
import java.util.Optional;

/** A listing of accounts as they were when it was opened. */
final class InMemoryAccountPages implements AccountPages {

    private final List<Account> accounts;
    private final int pageSize;
    private final Faults faults;
    private final PageFaults pageFaults;
    private int position;

    InMemoryAccountPages(List<Account> accounts, int pageSize, Faults faults, PageFaults pageFaults) {
        this.accounts = accounts;
        this.pageSize = pageSize;
        this.faults = faults;
        this.pageFaults = pageFaults;
    }

    @Override
    public Optional<List<Account>> next() {
        faults.requireReach("listing accounts");
        if (position >= accounts.size()) {
            return Optional.empty();
        }
        pageFaults.strike(position / pageSize + 1);
        int end = Math.min(position + pageSize, accounts.size());
        List<Account> page = accounts.subList(position, end);
        position = end;
        return Optional.of(page);
    }

    @Override
    public void close() {
        position = accounts.size();
    }
}
