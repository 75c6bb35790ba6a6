package dev.tenure.activedirectory.internal.call;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.tenure.activedirectory.internal.translate.Names;
import dev.tenure.lifecycle.failure.NotFound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Requests to the directory. Every failure comes out as a {@code ConnectorException}. Safe for use by several threads. */
public final class Directory implements AutoCloseable {

    private static final int MOST_IN_A_FILTER = 50;

    private final LDAPConnectionPool pool;
    private final Faults faults;
    private final int pageSize;

    /**
     * Begins without a connection; the first call makes one.
     *
     * @param system the target's name
     * @param connections how to connect
     * @param pageSize how many entries a page of a listing has
     * @param attributeNames turns a name of the directory into that of a mapping
     */
    public Directory(String system, Connections connections, int pageSize, UnaryOperator<String> attributeNames) {
        this.pool = connections.pool();
        this.faults = new Faults(system, attributeNames);
        this.pageSize = pageSize;
    }

    /**
     * Reads one entry by its name.
     *
     * @param name the name; the null DN is the server's description of itself
     * @param attributes what to read
     * @return the entry, empty if it is not there
     */
    public Optional<SearchResultEntry> read(DN name, String... attributes) {
        try {
            return Optional.ofNullable(pool.getEntry(Names.text(name), attributes));
        } catch (LDAPException fault) {
            throw faults.of("reading an entry", "List Contents and Read All Properties", fault);
        }
    }

    /**
     * Says whether there is an entry of a name.
     *
     * @param name the name
     * @return true if there is
     */
    public boolean exists(DN name) {
        return read(name, "1.1").isPresent();
    }

    /**
     * Finds entries, reading page after page.
     *
     * @param base where to look
     * @param filter which
     * @param attributes what to read
     * @return the entries
     */
    public List<SearchResultEntry> search(DN base, Filter filter, Collection<String> attributes) {
        List<SearchResultEntry> found = new ArrayList<>();
        try (Listing listing = list(base, filter, attributes)) {
            for (Optional<List<SearchResultEntry>> page = listing.next(); page.isPresent(); page = listing.next()) {
                found.addAll(page.get());
            }
        }
        return found;
    }

    /**
     * Finds entries by one value each, several in one request.
     *
     * @param base where to look
     * @param values the values
     * @param toFilter makes the filter of one
     * @param attributes what to read
     * @param <T> what a value is
     * @return the entries, each once, in any order
     */
    public <T> List<SearchResultEntry> searchAny(
            DN base, Collection<T> values, Function<T, Filter> toFilter, Collection<String> attributes) {
        List<SearchResultEntry> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Iterator<T> rest = new LinkedHashSet<>(values).iterator();
        while (rest.hasNext()) {
            List<Filter> any = new ArrayList<>();
            while (rest.hasNext() && any.size() < MOST_IN_A_FILTER) {
                any.add(toFilter.apply(rest.next()));
            }
            for (SearchResultEntry entry : search(base, Filter.createORFilter(any), attributes)) {
                if (seen.add(entry.getDN())) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /**
     * Lists entries page by page.
     *
     * @param base where to look
     * @param filter which
     * @param attributes what to read
     * @return the listing, to be closed
     */
    public Listing list(DN base, Filter filter, Collection<String> attributes) {
        return new Listing(pool, faults, Names.text(base), SearchScope.SUB, filter, List.copyOf(attributes), pageSize);
    }

    /**
     * Reads all values of an attribute that may have more than one answer holds.
     *
     * @param name the entry
     * @param attribute the attribute
     * @return the values
     * @throws NotFound if the entry is not there
     */
    public List<String> allValues(DN name, String attribute) {
        List<String> values = new ArrayList<>();
        Optional<Integer> from = Optional.of(0);
        while (from.isPresent()) {
            String asked = attribute + ";range=" + from.get() + "-*";
            SearchResultEntry entry =
                    read(name, asked).orElseThrow(() -> faults.missing("reading '" + attribute + "'"));
            Optional<Attribute> ranged = entry.getAttributes().stream()
                    .filter(there -> there.getBaseName().equalsIgnoreCase(attribute))
                    .findFirst();
            ranged.ifPresent(there -> values.addAll(List.of(there.getValues())));
            from = ranged.flatMap(Directory::next);
        }
        return values;
    }

    /**
     * Adds an entry.
     *
     * @param what what it is, for messages
     * @param name its name
     * @param attributes its values
     * @return what became of it
     */
    public Answer add(String what, DN name, Collection<Attribute> attributes) {
        return write(
                "creation of " + what,
                "Create objects",
                connection -> connection.add(new AddRequest(Names.text(name), attributes)));
    }

    /**
     * Changes values of an entry.
     *
     * @param what what it is, for messages
     * @param right what has to be delegated for it
     * @param name the entry
     * @param changes the changes, which are made together or not at all
     * @return what became of it
     */
    public Answer modify(String what, String right, DN name, List<Modification> changes) {
        return write(what, right, connection -> connection.modify(new ModifyRequest(Names.text(name), changes)));
    }

    /**
     * Renames or moves an entry.
     *
     * @param what what it is, for messages
     * @param name the entry
     * @param component its own part of the new name
     * @param parent where it is to be; the same place to rename alone
     * @return what became of it
     */
    public Answer rename(String what, DN name, RDN component, DN parent) {
        boolean stays = parent.equals(name.getParent());
        return write(
                what,
                "Create and delete objects in both organizational units, and Write cn and name",
                connection -> connection.modifyDN(new ModifyDNRequest(
                        Names.text(name), Names.text(component), true, stays ? null : Names.text(parent))));
    }

    /**
     * Removes an entry that has none below it.
     *
     * @param what what it is, for messages
     * @param name the entry
     * @return what became of it
     */
    public Answer delete(String what, DN name) {
        return write(
                "removal of " + what,
                "Delete objects",
                connection -> connection.delete(new DeleteRequest(Names.text(name))));
    }

    /** Closes the connections. */
    @Override
    public void close() {
        pool.close();
    }

    private Answer write(String operation, String right, Request request) {
        LDAPConnection connection;
        try {
            connection = pool.getConnection();
        } catch (LDAPException unreachable) {
            return failed(operation, right, unreachable, true);
        }
        try {
            request.send(connection);
            pool.releaseConnection(connection);
            return new Answer(Answer.Kind.DONE, Optional.empty(), false);
        } catch (LDAPException fault) {
            pool.releaseConnectionAfterException(connection, fault);
            return failed(operation, right, fault, fault.getResultCode().equals(ResultCode.BUSY));
        } catch (RuntimeException | Error unexpected) {
            pool.releaseDefunctConnection(connection);
            throw unexpected;
        }
    }

    private Answer failed(String operation, String right, LDAPException fault, boolean turnedAway) {
        return new Answer(faults.kind(fault), Optional.of(faults.of(operation, right, fault)), turnedAway);
    }

    /** The first value of the next range; empty after the last, which ends in an asterisk. */
    private static Optional<Integer> next(Attribute ranged) {
        for (String option : ranged.getOptions()) {
            if (option.startsWith("range=") && !option.endsWith("-*")) {
                return Optional.of(Integer.parseInt(option.substring(option.indexOf('-') + 1)) + 1);
            }
        }
        return Optional.empty();
    }

    private interface Request {
        void send(LDAPConnection connection) throws LDAPException;
    }
}
