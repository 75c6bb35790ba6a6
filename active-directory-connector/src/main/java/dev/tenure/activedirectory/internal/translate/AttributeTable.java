package dev.tenure.activedirectory.internal.translate;

import dev.tenure.activedirectory.internal.translate.DirectoryAttribute.Kind;
import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The attributes that accounts can have. The limits are those of the directory's schema; that of {@code sAMAccountName} is
 * the one for users, which the schema does not say. Immutable.
 */
public final class AttributeTable {

    /** The attribute that holds the short login. */
    public static final String SAM = "sAMAccountName";

    /** The attribute that holds the long login. */
    public static final String UPN = "userPrincipalName";

    /** The attribute that names the entry in its place. */
    public static final String CN = "cn";

    /** The manager by the user principal name, under its name in a mapping. */
    public static final String MANAGER_UPN = "managerUpn";

    /** The attribute that names the manager's entry. */
    public static final String MANAGER = "manager";

    private static final List<DirectoryAttribute> BASE = List.of(
            text("samAccountName", SAM, 20),
            text(UPN, UPN, 1024),
            text("email", "mail", 256),
            text("firstName", "givenName", 64),
            text("lastName", "sn", 64),
            text("displayName", "displayName", 256),
            text(CN, CN, 64),
            text("initials", "initials", 6),
            text("middleName", "middleName", 64),
            text("honorificPrefix", "personalTitle", 64),
            text("honorificSuffix", "generationQualifier", 3),
            text("employeeID", "employeeID", 16),
            text("employeeNumber", "employeeNumber", 512),
            text("employeeType", "employeeType", 256),
            text("title", "title", 128),
            text("department", "department", 64),
            text("departmentNumber", "departmentNumber", 0),
            text("division", "division", 256),
            text("company", "company", 64),
            text("deliveryOffice", "physicalDeliveryOfficeName", 128),
            text("streetAddress", "streetAddress", 1024),
            text("city", "l", 128),
            text("state", "st", 128),
            text("postalCode", "postalCode", 40),
            text("countryCode", "c", 3),
            text("country", "co", 128),
            new DirectoryAttribute(List.of("countryNumber"), "countryCode", Kind.INTEGER, 0),
            text("preferredLanguage", "preferredLanguage", 0),
            text("telephoneNumber", "telephoneNumber", 64),
            text("mobilePhone", "mobile", 64),
            text("homePhone", "homePhone", 64),
            text("faxNumber", "facsimileTelephoneNumber", 64),
            text("roomNumber", "roomNumber", 0),
            text("description", "description", 1024),
            text("info", "info", 1024),
            new DirectoryAttribute(List.of("proxyAddresses"), "proxyAddresses", Kind.TEXTS, 1123),
            new DirectoryAttribute(List.of("otherMailbox"), "otherMailbox", Kind.TEXTS, 0),
            new DirectoryAttribute(List.of("accountExpires"), "accountExpires", Kind.LAST_DAY, 0),
            new DirectoryAttribute(List.of(MANAGER), MANAGER, Kind.MANAGER, 0),
            new DirectoryAttribute(List.of(MANAGER_UPN), MANAGER, Kind.MANAGER_UPN, 0));

    private final Map<String, DirectoryAttribute> byName = new LinkedHashMap<>();
    private final List<DirectoryAttribute> all;

    /**
     * Makes the table.
     *
     * @param more further attributes of the directory, each under its own name, such as {@code extensionAttribute1}
     */
    public AttributeTable(Collection<String> more) {
        List<DirectoryAttribute> attributes = new ArrayList<>(BASE);
        more.forEach(name -> attributes.add(new DirectoryAttribute(List.of(name), name, Kind.TEXT, 0)));
        for (DirectoryAttribute attribute : attributes) {
            attribute.names().forEach(name -> byName.putIfAbsent(name, attribute));
        }
        all = List.copyOf(attributes);
    }

    /**
     * Finds an attribute.
     *
     * @param name its name in a mapping
     * @return the attribute, empty if accounts have none of that name
     */
    public Optional<DirectoryAttribute> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Gives all attributes.
     *
     * @return the attributes
     */
    public List<DirectoryAttribute> all() {
        return all;
    }

    /**
     * Gives the name in a mapping of what the directory names.
     *
     * @param ldap the directory's name, in any case
     * @return the first name in a mapping, or the directory's where there is none
     */
    public String nameOf(String ldap) {
        return all.stream()
                .filter(attribute -> attribute.ldap().equalsIgnoreCase(ldap))
                .map(attribute -> attribute.names().get(0))
                .findFirst()
                .orElse(ldap);
    }

    /**
     * Gives what is asked for when an account is read.
     *
     * @return names in the directory
     */
    public List<String> requested() {
        Set<String> names = new LinkedHashSet<>(List.of("objectGUID", "userAccountControl"));
        all.forEach(attribute -> names.add(attribute.ldap()));
        return List.copyOf(names);
    }

    /**
     * Gives the attributes under all their names.
     *
     * @return the schema
     */
    public AttributeSchema schema() {
        return AttributeSchema.of(byName.entrySet().stream()
                .map(entry -> definition(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static AttributeDefinition definition(String name, DirectoryAttribute attribute) {
        AttributeType type = switch (attribute.kind()) {
            case TEXTS -> AttributeType.ARRAY;
            case INTEGER -> AttributeType.INTEGER;
            case LAST_DAY -> AttributeType.DATE;
            case TEXT, MANAGER, MANAGER_UPN -> AttributeType.STRING;
        };
        AttributeType element = type == AttributeType.ARRAY ? AttributeType.STRING : type;
        OptionalInt max = attribute.max() == 0 || type != AttributeType.STRING
                ? OptionalInt.empty()
                : OptionalInt.of(attribute.max());
        return new AttributeDefinition(name, type, element, false, false, max, List.of());
    }

    /** Under the name of Okta's directory application and, where that is another and free, the directory's own. */
    private static DirectoryAttribute text(String name, String ldap, int max) {
        // The directory's countryCode is a number; the name means the two letters in Okta's application.
        List<String> names = name.equals(ldap) ? List.of(name) : List.of(name, ldap);
        return new DirectoryAttribute(names, ldap, Kind.TEXT, max);
    }
}
