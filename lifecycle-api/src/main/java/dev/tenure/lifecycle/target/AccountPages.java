package dev.tenure.lifecycle.target;

import dev.tenure.lifecycle.account.Account;
import java.util.List;
import java.util.Optional;

/** A listing in progress: pages of accounts, one in memory. For one thread at a time. */
public interface AccountPages extends AutoCloseable {

    /**
     * Reads the next page. After a {@link dev.tenure.lifecycle.failure.RetryLater} it may be called again and reads the
     * same page.
     *
     * @return the accounts, possibly none; empty when there are no more pages
     * @throws dev.tenure.lifecycle.failure.ConnectorException if it cannot be read
     */
    Optional<List<Account>> next();

    /** Gives up what the listing holds. Safe to call twice. */
    @Override
    void close();
}
