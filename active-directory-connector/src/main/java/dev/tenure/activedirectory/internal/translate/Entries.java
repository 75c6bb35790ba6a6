package dev.tenure.activedirectory.internal.translate;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.tenure.activedirectory.internal.wire.AccountControl;
import dev.tenure.activedirectory.internal.wire.FileTime;
import dev.tenure.activedirectory.internal.wire.Guid;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeName;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes accounts of entries. Immutable. */
public final class Entries {

    private final String target;
    private final List<Column> columns;
    private final String login;
    private final ZoneId zone;
    private final Attributes nothing;

    /**
     * Prepares for a target.
     *
     * @param target its name
     * @param table the attributes that accounts can have
     * @param login the directory's name of the attribute that is the login
     * @param zone where the last day of an account is meant
     */
    public Entries(String target, AttributeTable table, String login, ZoneId zone) {
        this.target = target;
        this.columns = table.all().stream()
                .map(attribute -> new Column(attribute, names(table, attribute)))
                .toList();
        this.login = login;
        this.zone = zone;
        Attributes.Builder names = Attributes.builder();
        columns.forEach(column -> column.names().forEach(name -> names.put(name, AttributeValue.NULL)));
        this.nothing = names.build();
    }

    /** An attribute, and the names under which an account has it. */
    private record Column(DirectoryAttribute attribute, List<AttributeName> names) {}

    private static List<AttributeName> names(AttributeTable table, DirectoryAttribute attribute) {
        return attribute.names().stream()
                .filter(name -> table.find(name).filter(attribute::equals).isPresent())
                .map(AttributeName::of)
                .toList();
    }

    /**
     * What is known of somebody's manager.
     *
     * @param id the id of the manager's account
     * @param upn the manager's user principal name, empty if there is none
     */
    public record Manager(String id, Optional<String> upn) {}

    /**
     * Translates an entry.
     *
     * @param entry what the directory sent
     * @param managers the managers by the name of their entry
     * @return the account
     */
    public Account of(SearchResultEntry entry, Map<DN, Manager> managers) {
        Optional<Manager> manager = managerOf(entry).flatMap(name -> Optional.ofNullable(managers.get(name)));
        Attributes.Builder values = Attributes.builderLike(nothing);
        for (Column column : columns) {
            AttributeValue value = value(entry, column.attribute(), manager);
            for (AttributeName name : column.names()) {
                values.put(name, value);
            }
        }
        return new Account(
                new AccountRef(target, id(entry)),
                Optional.ofNullable(entry.getAttributeValue(login)).orElse(""),
                control(entry).status(),
                values.build());
    }

    /**
     * Gives the id of an entry.
     *
     * @param entry what the directory sent
     * @return the text of its objectGUID
     */
    public String id(SearchResultEntry entry) {
        return Optional.ofNullable(entry.getAttributeValueBytes("objectGUID"))
                .flatMap(Guid::text)
                .orElseThrow(
                        () -> new ProtocolViolation(
                                target,
                                "Active Directory: an entry came without objectGUID; let the service account read all properties"));
    }

    /**
     * Gives the flags of an account.
     *
     * @param entry what the directory sent
     * @return the flags
     */
    public AccountControl control(SearchResultEntry entry) {
        Integer flags = entry.getAttributeValueAsInteger("userAccountControl");
        if (flags == null) {
            throw new ProtocolViolation(
                    target,
                    "Active Directory: an account came without userAccountControl; let the service account read it");
        }
        return new AccountControl(flags);
    }

    /**
     * Gives the name of the manager's entry.
     *
     * @param entry what the directory sent
     * @return the name, empty if there is no manager
     */
    public static Optional<DN> managerOf(SearchResultEntry entry) {
        return Optional.ofNullable(entry.getAttributeValue(AttributeTable.MANAGER))
                .flatMap(Names::tryParse);
    }

    private AttributeValue value(SearchResultEntry entry, DirectoryAttribute attribute, Optional<Manager> manager) {
        return switch (attribute.kind()) {
            case MANAGER -> manager.map(Manager::id).map(AttributeValue::of).orElse(AttributeValue.NULL);
            case MANAGER_UPN ->
                manager.flatMap(Manager::upn).map(AttributeValue::of).orElse(AttributeValue.NULL);
            case TEXTS -> texts(entry.getAttributeValues(attribute.ldap()));
            case INTEGER ->
                Optional.ofNullable(entry.getAttributeValueAsLong(attribute.ldap()))
                        .map(AttributeValue::of)
                        .orElse(AttributeValue.NULL);
            case LAST_DAY ->
                Optional.ofNullable(entry.getAttributeValueAsLong(attribute.ldap()))
                        .flatMap(steps -> FileTime.lastDay(steps, zone))
                        .map(AttributeValue::of)
                        .orElse(AttributeValue.NULL);
            case TEXT ->
                Optional.ofNullable(entry.getAttributeValue(attribute.ldap()))
                        .map(AttributeValue::of)
                        .orElse(AttributeValue.NULL);
        };
    }

    private static AttributeValue texts(String[] values) {
        return values == null || values.length == 0
                ? AttributeValue.NULL
                : AttributeValue.of(
                        Arrays.stream(values).sorted().map(AttributeValue::of).toList());
    }
}
