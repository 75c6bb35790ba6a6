package dev.tenure.activedirectory;

/** Which attribute the engine takes for the login of an account. */
public enum LoginAttribute {
    /** {@code samAccountName}, up to 20 characters, as the default mapping has it (rule M4). */
    SAM_ACCOUNT_NAME("samAccountName"),
    /** {@code userPrincipalName}, such as {@code ada@corp.example}. */
    USER_PRINCIPAL_NAME("userPrincipalName");

    private final String attribute;

    LoginAttribute(String attribute) {
        this.attribute = attribute;
    }

    String attribute() {
        return attribute;
    }
}
