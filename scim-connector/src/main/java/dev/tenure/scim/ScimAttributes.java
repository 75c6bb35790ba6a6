package dev.tenure.scim;

/**
 * Names of attributes for mappings: the paths of SCIM. Any other path of the same form will do, as far as the service's
 * schemas have it.
 */
public final class ScimAttributes {

    /** The enterprise extension (RFC 7643, 4.3), with the colon that its attributes follow. */
    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:";

    /** The login. */
    public static final String USER_NAME = "userName";

    /** The id by which the client knows the user; case counts. */
    public static final String EXTERNAL_ID = "externalId";

    /** The first name. */
    public static final String GIVEN_NAME = "name.givenName";

    /** The last name. */
    public static final String FAMILY_NAME = "name.familyName";

    /** The name as it is shown. */
    public static final String DISPLAY_NAME = "displayName";

    /** The e-mail address at work. */
    public static final String WORK_EMAIL = "emails[type eq \"work\"].value";

    /** The telephone number at work. */
    public static final String WORK_PHONE = "phoneNumbers[type eq \"work\"].value";

    /** The number of the mobile telephone. */
    public static final String MOBILE_PHONE = "phoneNumbers[type eq \"mobile\"].value";

    /** The number of the employee. */
    public static final String EMPLOYEE_NUMBER = ENTERPRISE + "employeeNumber";

    /** The department. */
    public static final String DEPARTMENT = ENTERPRISE + "department";

    /** The organisation. */
    public static final String ORGANIZATION = ENTERPRISE + "organization";

    /** The service's id of the manager: a reference (rule E11). */
    public static final String MANAGER = ENTERPRISE + "manager.value";

    private ScimAttributes() {}

    /**
     * Names a part of the address at work.
     *
     * @param part such as {@code locality}
     * @return the path
     */
    public static String workAddress(String part) {
        return "addresses[type eq \"work\"]." + part;
    }
}
