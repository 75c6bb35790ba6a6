package dev.tenure.activedirectory.internal.translate;

import java.util.List;

/**
 * An attribute of an account and the attribute of the entry that holds it.
 *
 * @param names its names in a mapping: that of Okta's directory application, where it has one, and that of the directory
 * @param ldap its name in the directory
 * @param kind how its values are written
 * @param max the greatest length of a text, 0 for any
 */
public record DirectoryAttribute(List<String> names, String ldap, Kind kind, int max) {

    /** Copies the list. */
    public DirectoryAttribute {
        names = List.copyOf(names);
    }

    /** How values are written. */
    public enum Kind {
        /** One text. */
        TEXT,
        /** Several texts. */
        TEXTS,
        /** A whole number. */
        INTEGER,
        /** The last day of the account, as an instant. */
        LAST_DAY,
        /** The manager's entry, named by the id of the account. */
        MANAGER,
        /** The manager's entry, named by the user principal name. */
        MANAGER_UPN
    }
}
