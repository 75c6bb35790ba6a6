package dev.tenure.activedirectory.internal.call;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import dev.tenure.lifecycle.failure.ConnectorException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A listing in pages. The place in it belongs to one connection: after that has broken, the listing starts again on another
 * one and leaves out what it gave already. For one thread at a time.
 */
public final class Listing implements AutoCloseable {

    private final LDAPConnectionPool pool;
    private final Faults faults;
    private final String base;
    private final SearchScope scope;
    private final Filter filter;
    private final List<String> attributes;
    private final int pageSize;
    private final Set<String> given = new HashSet<>();
    private @Nullable LDAPConnection connection;
    private @Nullable ASN1OctetString cookie;
    private boolean finished;

    Listing(
            LDAPConnectionPool pool,
            Faults faults,
            String base,
            SearchScope scope,
            Filter filter,
            List<String> attributes,
            int pageSize) {
        this.pool = pool;
        this.faults = faults;
        this.base = base;
        this.scope = scope;
        this.filter = filter;
        this.attributes = attributes;
        this.pageSize = pageSize;
    }

    /**
     * Reads the next page. After a failure it may be called again and reads the same one.
     *
     * @return the entries, possibly none; empty when there are no more pages
     */
    public Optional<List<SearchResultEntry>> next() {
        if (finished) {
            return Optional.empty();
        }
        try {
            return Optional.of(page());
        } catch (LDAPException fault) {
            ConnectorException failure = broken(fault);
            if (!given.isEmpty() || !fault.getResultCode().equals(ResultCode.SERVER_DOWN)) {
                throw failure;
            }
        }
        // A connection that the server closed while it lay idle shows only now; another one is tried once.
        try {
            return Optional.of(page());
        } catch (LDAPException fault) {
            throw broken(fault);
        }
    }

    private List<SearchResultEntry> page() throws LDAPException {
        LDAPConnection current = connection == null ? pool.getConnection() : connection;
        connection = current;
        SearchRequest request = new SearchRequest(base, scope, filter, attributes.toArray(new String[0]));
        request.addControl(new SimplePagedResultsControl(pageSize, cookie));
        SearchResult result = current.search(request);
        SimplePagedResultsControl more = SimplePagedResultsControl.get(result);
        if (more != null && more.moreResultsToReturn()) {
            cookie = more.getCookie();
        } else {
            close();
        }
        return result.getSearchEntries().stream()
                .filter(entry -> given.add(entry.getDN()))
                .toList();
    }

    private ConnectorException broken(LDAPException fault) {
        LDAPConnection current = connection;
        connection = null;
        cookie = null;
        if (current != null) {
            if (fault.getResultCode().isConnectionUsable()) {
                pool.releaseConnection(current);
            } else {
                pool.releaseDefunctConnection(current);
            }
        }
        return faults.of("listing entries", "List Contents and Read All Properties", fault);
    }

    /** Gives the connection back. Safe to call twice. */
    @Override
    public void close() {
        LDAPConnection current = connection;
        connection = null;
        if (current != null) {
            pool.releaseConnection(current);
        }
        finished = true;
    }
}
