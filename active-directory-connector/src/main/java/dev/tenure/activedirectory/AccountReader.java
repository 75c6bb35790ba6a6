package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.tenure.activedirectory.internal.call.Directory;
import dev.tenure.activedirectory.internal.call.Listing;
import dev.tenure.activedirectory.internal.translate.AttributeTable;
import dev.tenure.activedirectory.internal.translate.DirectoryAttribute;
import dev.tenure.activedirectory.internal.translate.Entries;
import dev.tenure.activedirectory.internal.translate.Names;
import dev.tenure.activedirectory.internal.wire.Guid;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.NotFound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds accounts and reads them. Every text goes into a filter as a value, never as part of the filter. */
final class AccountReader {

    /** Users, and neither machines nor service accounts nor what the domain cannot do without. */
    private static final Filter USERS = Filter.createANDFilter(
            Filter.createEqualityFilter("sAMAccountType", "805306368"),
            Filter.createNOTFilter(Filter.createEqualityFilter("isCriticalSystemObject", "TRUE")));

    private final Options options;
    private final Directory directory;
    private final AttributeTable table;
    private final Entries entries;
    private final List<String> requested;

    AccountReader(Options options, Directory directory, AttributeTable table, Entries entries) {
        this.options = options;
        this.directory = directory;
        this.table = table;
        this.entries = entries;
        List<String> names = new ArrayList<>(table.requested());
        options.formerPlace().ifPresent(names::add);
        this.requested = List.copyOf(names);
    }

    List<Account> get(Collection<AccountRef> references) {
        List<byte[]> ids = new ArrayList<>();
        references.forEach(reference -> Guid.bytes(reference.id()).ifPresent(ids::add));
        return accounts(directory.searchAny(options.domain(), ids, AccountReader::byId, requested));
    }

    List<Account> find(Collection<AccountKey> keys) {
        List<AccountKey> known = keys.stream()
                .filter(key -> key.values().keySet().stream()
                        .allMatch(name -> table.find(name)
                                .filter(AccountReader::isSearchable)
                                .isPresent()))
                .toList();
        return accounts(directory.searchAny(options.domain(), known, this::byKey, requested));
    }

    /** Where accounts are listed: their part of the domain, and that of those who left if it is another. */
    List<DN> bases() {
        Set<DN> bases = new LinkedHashSet<>(List.of(options.accounts()));
        options.leavers()
                .filter(place -> !Names.isWithin(place, options.accounts()))
                .ifPresent(bases::add);
        return List.copyOf(bases);
    }

    Listing list(DN base) {
        return directory.list(base, USERS, requested);
    }

    Listing listChanged(DN base, long sinceUsn) {
        return directory.list(
                base,
                Filter.createANDFilter(USERS, Filter.createGreaterOrEqualFilter("uSNChanged", Long.toString(sinceUsn))),
                requested);
    }

    /** Reads the entry of an account. */
    SearchResultEntry entry(AccountRef account, String operation) {
        return find(account.id())
                .orElseThrow(() -> new NotFound(
                        options.name(),
                        "Active Directory: " + operation + " of account " + account.id()
                                + " failed: it is not there; it was removed, or the service account may not see it"));
    }

    Optional<SearchResultEntry> read(DN name) {
        return directory.read(name, requested.toArray(String[]::new));
    }

    Optional<SearchResultEntry> find(String id) {
        return Guid.bytes(id)
                .flatMap(bytes -> directory.search(options.domain(), byId(bytes), requested).stream()
                        .findFirst());
    }

    /** Finds who has a value that must be unique, whatever kind of entry that is. */
    List<SearchResultEntry> holders(String ldap, String value) {
        return directory.search(options.domain(), Filter.createEqualityFilter(ldap, value), List.of("objectGUID"));
    }

    Optional<DN> managerByUpn(String upn) {
        return directory
                .search(
                        options.domain(),
                        Filter.createANDFilter(USERS, Filter.createEqualityFilter(AttributeTable.UPN, upn)),
                        List.of("objectGUID"))
                .stream()
                .findFirst()
                .map(entry -> Names.tryParse(entry.getDN()).orElseThrow());
    }

    Optional<DN> managerById(String id) {
        return find(id).map(entry -> Names.tryParse(entry.getDN()).orElseThrow());
    }

    Account account(SearchResultEntry entry) {
        return accounts(List.of(entry)).get(0);
    }

    List<Account> accounts(Collection<SearchResultEntry> found) {
        Set<DN> names = new HashSet<>();
        found.forEach(entry -> Entries.managerOf(entry).ifPresent(names::add));
        Map<DN, Entries.Manager> managers = new HashMap<>();
        for (SearchResultEntry manager : byNames(names, List.of("objectGUID", AttributeTable.UPN))) {
            Names.tryParse(manager.getDN())
                    .ifPresent(name -> managers.put(
                            name,
                            new Entries.Manager(
                                    entries.id(manager),
                                    Optional.ofNullable(manager.getAttributeValue(AttributeTable.UPN)))));
        }
        return found.stream().map(entry -> entries.of(entry, managers)).toList();
    }

    /** Reads entries by their distinguished names, many in one request. */
    List<SearchResultEntry> byNames(Collection<DN> names, List<String> attributes) {
        return directory.searchAny(
                options.domain(),
                names,
                name -> Filter.createEqualityFilter("distinguishedName", Names.text(name)),
                attributes);
    }

    private Filter byKey(AccountKey key) {
        List<Filter> all = new ArrayList<>(List.of(USERS));
        key.values()
                .forEach((name, value) -> all.add(Filter.createEqualityFilter(
                        table.find(name).map(DirectoryAttribute::ldap).orElseThrow(), value)));
        return Filter.createANDFilter(all);
    }

    private static boolean isSearchable(DirectoryAttribute attribute) {
        return attribute.kind() == DirectoryAttribute.Kind.TEXT || attribute.kind() == DirectoryAttribute.Kind.TEXTS;
    }

    private static Filter byId(byte[] id) {
        return Filter.createEqualityFilter("objectGUID", id);
    }
}
