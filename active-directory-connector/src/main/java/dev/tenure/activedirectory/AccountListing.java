package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.tenure.activedirectory.internal.call.Listing;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.target.AccountPages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A listing over one or more parts of the domain, one after the other. */
final class AccountListing implements AccountPages {

    private final AccountReader reader;
    private final Deque<DN> bases;
    private final Function<DN, Listing> listings;
    private @Nullable Listing current;
    private @Nullable List<SearchResultEntry> unread;

    AccountListing(AccountReader reader, Function<DN, Listing> listings) {
        this.reader = reader;
        this.bases = new ArrayDeque<>(reader.bases());
        this.listings = listings;
    }

    @Override
    public Optional<List<Account>> next() {
        while (current != null || !bases.isEmpty()) {
            if (current == null) {
                current = listings.apply(bases.removeFirst());
            }
            if (unread == null) {
                unread = current.next().orElse(null);
            }
            if (unread != null) {
                // A page whose managers could not be read is read again, and not lost.
                List<Account> page = reader.accounts(unread);
                unread = null;
                return Optional.of(page);
            }
            current = null;
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        bases.clear();
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
