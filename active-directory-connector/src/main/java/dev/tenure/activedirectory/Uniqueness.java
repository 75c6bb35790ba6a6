package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.tenure.activedirectory.internal.translate.AttributeTable;
import dev.tenure.activedirectory.internal.translate.Entries;
import dev.tenure.lifecycle.failure.Conflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out whether a logon name is taken in the domain. The directory does so too, but not every one names which. */
final class Uniqueness {

    private static final List<String> UNIQUE = List.of(AttributeTable.SAM, AttributeTable.UPN);

    private final String target;
    private final AccountReader reader;
    private final AttributeTable table;
    private final Entries entries;

    Uniqueness(String target, AccountReader reader, AttributeTable table, Entries entries) {
        this.target = target;
        this.reader = reader;
        this.table = table;
        this.entries = entries;
    }

    /** The attributes that a domain lets only one entry have a value of, by the connector's names. */
    static Set<String> attributes(AttributeTable table) {
        return UNIQUE.stream().map(table::nameOf).collect(Collectors.toSet());
    }

    /**
     * Throws where another entry has one of the values.
     *
     * @param values what is to be written, by the directory's names
     * @param self the id of the account itself, empty for a new one
     */
    void require(Map<String, List<String>> values, Optional<String> self) {
        UNIQUE.forEach(ldap -> require(ldap, values, self));
    }

    /**
     * Throws where another entry has the value of one attribute.
     *
     * @param ldap the attribute, by the directory's name
     * @param values what is to be written, by the directory's names
     * @param self the id of the account itself, empty for a new one
     */
    void require(String ldap, Map<String, List<String>> values, Optional<String> self) {
        for (String value : values.getOrDefault(ldap, List.of())) {
            for (SearchResultEntry holder : reader.holders(ldap, value)) {
                if (self.filter(entries.id(holder)::equals).isEmpty()) {
                    String name = table.nameOf(ldap);
                    throw new Conflict(
                            target,
                            name,
                            "Active Directory: attribute '" + name
                                    + "' has the value of another entry; give one of the two another value, or let a"
                                    + " LoginGenerator propose one");
                }
            }
        }
    }
}
