package dev.tenure.scim;

/** What the attribute {@code active} is sent as. */
public enum ActiveForm {
    /** A JSON truth value, as the RFC has it. */
    TRUTH_VALUE,
    /** The text {@code "True"} or {@code "False"}, for services made after an old client of Entra. */
    TEXT
}
