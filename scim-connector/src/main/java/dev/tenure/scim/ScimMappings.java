package dev.tenure.scim;

import dev.tenure.lifecycle.mapping.AttributeMapping;

/** A mapping to start from. */
public final class ScimMappings {

    private ScimMappings() {}

    /**
     * Gives the mapping of the base attributes of HR (rule M1) to the core and enterprise schemas, for an engine whose only
     * target this is. The manager is left out: add {@link ScimAttributes#MANAGER} as a reference where the service has it.
     *
     * @return the mapping
     */
    public static AttributeMapping hrToScim() {
        return rows(
                "source.userName",
                "source.employeeID",
                "source.businessTitle",
                "source.accountType",
                "source.workPhone",
                "source.businessUnit",
                "source.supervisoryOrg",
                "source.postalCode",
                "source");
    }

    /**
     * Gives the mapping of an identity profile, as the default mapping of HR makes it (rule M3), for a target beside others.
     *
     * @return the mapping, whose expressions see the profile as {@code user}
     */
    public static AttributeMapping userToScim() {
        return rows(
                "user.login",
                "user.employeeNumber",
                "user.title",
                "user.userType",
                "user.primaryPhone",
                "user.department",
                "user.organization",
                "user.zipCode",
                "user");
    }

    /** What the two have under the same name comes from {@code profile}. */
    private static AttributeMapping rows(
            String login,
            String number,
            String title,
            String type,
            String phone,
            String department,
            String organization,
            String postalCode,
            String profile) {
        return AttributeMapping.builder()
                .row(ScimAttributes.USER_NAME, login)
                .row(ScimAttributes.EXTERNAL_ID, number)
                .row(ScimAttributes.GIVEN_NAME, profile + ".firstName")
                .row(ScimAttributes.FAMILY_NAME, profile + ".lastName")
                .row(ScimAttributes.DISPLAY_NAME, profile + ".firstName + \" \" + " + profile + ".lastName")
                .row("title", title)
                .row("userType", type)
                .row(ScimAttributes.WORK_EMAIL, profile + ".email")
                .row(ScimAttributes.WORK_PHONE, phone)
                .row(ScimAttributes.MOBILE_PHONE, profile + ".mobilePhone")
                .row(ScimAttributes.workAddress("streetAddress"), profile + ".streetAddress")
                .row(ScimAttributes.workAddress("locality"), profile + ".city")
                .row(ScimAttributes.workAddress("region"), profile + ".state")
                .row(ScimAttributes.workAddress("postalCode"), postalCode)
                .row(ScimAttributes.workAddress("country"), profile + ".countryCode")
                .row(ScimAttributes.EMPLOYEE_NUMBER, number)
                .row(ScimAttributes.DEPARTMENT, department)
                .row(ScimAttributes.ORGANIZATION, organization)
                .build();
    }
}
