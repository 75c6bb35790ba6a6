package dev.tenure.lifecycle.mapping;

import java.util.regex.Pattern;

/** The mappings to start from. Change them row by row with {@link AttributeMapping#toBuilder()}. */
public final class DefaultMappings {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private DefaultMappings() {}

    /**
     * Gives the default mapping from HR's base attributes to Okta's (rule M3).
     *
     * @return rows over {@code source}
     */
    public static AttributeMapping hrToOkta() {
        return AttributeMapping.builder()
                .row("login", "source.userName")
                .row("userType", "source.accountType")
                .row("title", "source.businessTitle")
                .row("department", "source.businessUnit")
                .row("city", "source.city")
                .row("countryCode", "source.countryCode")
                .row("email", "source.email")
                .row("employeeNumber", "source.employeeID")
                .row("firstName", "source.firstName")
                .row("lastName", "source.lastName")
                .row("locale", "source.location")
                .row("managerId", "source.managerId")
                .row("manager", "source.managerUserName")
                .row("mobilePhone", "source.mobilePhone")
                .row("zipCode", "source.postalCode")
                .row("secondEmail", "source.secondEmail")
                .row("state", "source.state")
                .row("streetAddress", "source.streetAddress")
                .row("organization", "source.supervisoryOrg")
                .row("primaryPhone", "source.workPhone")
                .build();
    }

    /**
     * Gives the default mapping from Okta's attributes, and the Workday profile where there is one, to Active Directory's
     * (rule M4).
     *
     * @return rows over {@code user}, {@code target_app} and the Workday user
     */
    public static AttributeMapping oktaToActiveDirectory() {
        return AttributeMapping.builder()
                .row("email", "user.email")
                .row("firstName", "user.firstName")
                .row("lastName", "user.lastName")
                .row("streetAddress", "user.streetAddress")
                .row("middleName", "user.middleName")
                .row("honorificPrefix", "user.honorificPrefix")
                .row("honorificSuffix", "user.honorificSuffix")
                .row("state", "user.state")
                .row("countryCode", "user.countryCode")
                .row("preferredLanguage", "user.preferredLanguage")
                .row("city", "user.city")
                .row("division", "user.division")
                .row("mobilePhone", "user.mobilePhone")
                .row("postalCode", "user.zipCode")
                .row("telephoneNumber", "user.primaryPhone")
                .row("samAccountName", "substringBefore(user.login, \"@\")")
                .row(
                        "managerUpn",
                        "hasWorkdayUser() ? (findWorkdayUser().managerUserName + \"@\" + target_app.namingContext) : null")
                .row("employeeID", workdayOr("employeeID", "user.employeeNumber"))
                .row("employeeNumber", workdayOr("employeeID", "user.employeeNumber"))
                .row("department", workdayOr("supervisoryOrg", "user.department"))
                .row("title", workdayOr("businessTitle", "user.title"))
                .row("departmentNumber", workdayOr("businessUnit", "user.costCenter"))
                .row("deliveryOffice", workdayOr("location", "null"))
                .build();
    }

    private static String workdayOr(String attribute, String otherwise) {
        return "hasWorkdayUser() ? findWorkdayUser()." + attribute + " : " + otherwise;
    }

    /**
     * Gives the mapping that passes every attribute of the hub on under its own name, at the same times and with the same
     * null policy.
     *
     * @param hub the mapping that makes the hub's profile
     * @return rows over {@code user}, one for each of the hub's
     * @throws IllegalArgumentException if an attribute's name cannot be written in an expression
     */
    public static AttributeMapping passThrough(AttributeMapping hub) {
        AttributeMapping.Builder rows = AttributeMapping.builder();
        for (MappingRow row : hub.rows()) {
            if (!NAME.matcher(row.attribute()).matches()) {
                throw new IllegalArgumentException("row '" + row.attribute()
                        + "': not a name in an expression; name attributes with letters, digits and '_'");
            }
            rows.row(row.attribute(), "user." + row.attribute(), row.apply(), row.whenNull());
        }
        return rows.build();
    }
}
