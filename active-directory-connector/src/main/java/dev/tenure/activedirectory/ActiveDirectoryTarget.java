package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.tenure.activedirectory.internal.call.Connections;
import dev.tenure.activedirectory.internal.call.Directory;
import dev.tenure.activedirectory.internal.translate.AttributeTable;
import dev.tenure.activedirectory.internal.translate.Entries;
import dev.tenure.activedirectory.internal.translate.Values;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import dev.tenure.lifecycle.target.ReferenceTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A domain of Active Directory as a target of accounts. All that is sent goes over TLS, with the certificate checked. An
 * account is known by its objectGUID, which survives every rename and move. Connections are made with the first call and
 * kept; {@link #close()} gives them up. Safe for use by several threads.
 */
public final class ActiveDirectoryTarget implements IdentityTarget, AutoCloseable {

    private final Options options;
    private final Directory directory;
    private final AccountReader reader;
    private final AccountWriter writer;
    private final AccountStates states;
    private final Optional<GroupTarget> groups;
    private final TargetDescription description;

    ActiveDirectoryTarget(
            Options options,
            Connections connections,
            int pageSize,
            Collection<String> attributes,
            Set<String> upnSuffixes,
            ZoneId zone) {
        this.options = options;
        AttributeTable table = new AttributeTable(attributes);
        this.directory = new Directory(options.name(), connections, pageSize, table::nameOf);
        String login = table.find(options.login().attribute()).orElseThrow().ldap();
        Entries entries = new Entries(options.name(), table, login, zone);
        this.reader = new AccountReader(options, directory, table, entries);
        this.states = new AccountStates(options, directory, reader, entries);
        this.writer = new AccountWriter(
                options,
                directory,
                table,
                reader,
                new Values(options.name(), zone, upnSuffixes),
                new Uniqueness(options.name(), reader, table, entries),
                states);
        this.groups = options.groups().map(base -> new DirectoryGroups(options, base, directory, reader, entries));
        this.description = new TargetDescription(
                Optional.of(table.schema()),
                options.login().attribute(),
                Optional.of("email"),
                Optional.of("firstName"),
                Optional.of("lastName"),
                options.keys(),
                Uniqueness.attributes(table),
                options.lag());
    }

    /**
     * Starts with the domain.
     *
     * @param domain its distinguished name, such as {@code DC=corp,DC=example}
     * @return a builder
     * @throws IllegalArgumentException if it is none
     */
    public static ActiveDirectoryTargetBuilder builder(String domain) {
        return new ActiveDirectoryTargetBuilder(domain);
    }

    @Override
    public String name() {
        return options.name();
    }

    /** {@inheritDoc} The directory is not asked. */
    @Override
    public TargetDescription describe() {
        return description;
    }

    @Override
    public ConnectionReport test() {
        return new ConnectionTest(options, directory, reader).run();
    }

    @Override
    public List<Account> get(Collection<AccountRef> references) {
        references.forEach(this::requireOurs);
        return reader.get(references);
    }

    @Override
    public List<Account> find(Collection<AccountKey> keys) {
        return reader.find(keys);
    }

    @Override
    public AccountPages accounts() {
        return new AccountListing(reader, reader::list);
    }

    /**
     * Lists the accounts that changed since a moment, by whatever hand, as one domain controller counts changes. Where
     * another one answers than the last time, its count says nothing, and all accounts are listed. Deleted accounts are not
     * seen.
     *
     * @param since what {@link ChangedAccounts#next()} said the last time; empty for all accounts
     * @return the listing and what to ask with the next time
     * @throws dev.tenure.lifecycle.failure.ConnectorException if the directory cannot be asked
     */
    public ChangedAccounts changedSince(Optional<String> since) {
        SearchResultEntry server = directory
                .read(DN.NULL_DN, "highestCommittedUSN", "dsServiceName")
                .orElseThrow(() -> unnumbered());
        Long highest = server.getAttributeValueAsLong("highestCommittedUSN");
        if (highest == null) {
            throw unnumbered();
        }
        // Read before the search: what changes in between is listed again rather than missed.
        UsnMark now = new UsnMark(
                Optional.ofNullable(server.getAttributeValue("dsServiceName")).orElse(""), highest);
        Optional<UsnMark> before = since.flatMap(UsnMark::parse).filter(mark -> mark.isOf(now.server()));
        AccountPages pages = before.isPresent()
                ? new AccountListing(
                        reader, base -> reader.listChanged(base, before.get().usn() + 1))
                : accounts();
        return new ChangedAccounts(pages, now.text(), before.isEmpty());
    }

    @Override
    public Account create(NewAccount account) {
        return writer.create(account);
    }

    @Override
    public Account update(AccountRef account, AttributeDelta delta) {
        requireOurs(account);
        return writer.update(account, delta);
    }

    /** {@inheritDoc} It goes to the place of those who left, if there is one. */
    @Override
    public void deactivate(AccountRef account) {
        requireOurs(account);
        states.deactivate(account);
    }

    /** {@inheritDoc} It comes back from the place of those who left. */
    @Override
    public void reactivate(AccountRef account) {
        requireOurs(account);
        states.reactivate(account);
    }

    /** {@inheritDoc} The directory cannot suspend: the account is disabled and stays where it is. */
    @Override
    public void suspend(AccountRef account) {
        requireOurs(account);
        states.suspend(account);
    }

    @Override
    public void unsuspend(AccountRef account) {
        requireOurs(account);
        states.unsuspend(account);
    }

    @Override
    public void delete(AccountRef account) {
        requireOurs(account);
        states.delete(account);
    }

    @Override
    public Optional<GroupTarget> groups() {
        return groups;
    }

    /** {@inheritDoc} A place is an organizational unit: a path such as {@code Staff/Oslo}, or a distinguished name. */
    @Override
    public Optional<PlaceTarget> places() {
        return Optional.of(states);
    }

    /** {@inheritDoc} {@code managerUpn} names the manager by the user principal name. */
    @Override
    public Optional<ReferenceTarget> references() {
        return Optional.of(new ManagerNames());
    }

    /** Gives up all connections. Safe to call twice. */
    @Override
    public void close() {
        directory.close();
    }

    /** Names the target and no secret. */
    @Override
    public String toString() {
        return "ActiveDirectoryTarget[" + options.name() + "]";
    }

    private ProtocolViolation unnumbered() {
        return new ProtocolViolation(
                options.name(),
                "Active Directory: the server does not say its highest change number; check that it is a domain"
                        + " controller");
    }

    private void requireOurs(AccountRef account) {
        if (!account.target().equals(options.name())) {
            throw new IllegalArgumentException("Account " + account + " belongs to target '" + account.target()
                    + "', and this is '" + options.name() + "'; send it there");
        }
    }
}
