package dev.tenure.activedirectory.internal.translate;

import dev.tenure.activedirectory.internal.translate.DirectoryAttribute.Kind;
import dev.tenure.activedirectory.internal.wire.FileTime;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.InvalidValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks values and writes them as the directory takes them. What Windows refuses, and other servers let through, is refused
 * here, before anything is sent.
 */
public final class Values {

    private static final String SAM_FORBIDDEN = "\"/\\[]:;|=,+*?<>@";
    private static final Pattern UPN = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final String target;
    private final ZoneId zone;
    private final Set<String> suffixes;

    /**
     * Prepares for a target.
     *
     * @param target its name
     * @param zone where the last day of an account is meant
     * @param suffixes the suffixes that user principal names may have, in lower case; empty for any
     */
    public Values(String target, ZoneId zone, Set<String> suffixes) {
        this.target = target;
        this.zone = zone;
        this.suffixes = Set.copyOf(suffixes);
    }

    /**
     * Says whether a text has the form of a user principal name.
     *
     * @param text the text
     * @return true if it has
     */
    public static boolean isPrincipalName(String text) {
        return UPN.matcher(text).matches();
    }

    /**
     * Writes a value.
     *
     * @param name the attribute's name in the mapping, for messages
     * @param attribute the attribute, not one that names a manager
     * @param value the value
     * @return the values as text; none to clear
     * @throws InvalidValue if the directory would refuse it
     */
    public List<String> written(String name, DirectoryAttribute attribute, AttributeValue value) {
        if (attribute.kind() == Kind.TEXTS && value instanceof AttributeValue.Array array) {
            return array.elements().stream()
                    .filter(element -> !element.asText().isEmpty())
                    .map(element -> fitting(name, attribute, element.asText()))
                    .distinct()
                    .toList();
        }
        String text = value.asText();
        if (text.isEmpty()) {
            // An empty text is never a value in the directory.
            return attribute.kind() == Kind.LAST_DAY ? List.of("0") : List.of();
        }
        return List.of(
                switch (attribute.kind()) {
                    case INTEGER -> whole(name, text);
                    case LAST_DAY -> lastDay(name, text);
                    default -> fitting(name, attribute, text);
                });
    }

    private String fitting(String name, DirectoryAttribute attribute, String text) {
        if (attribute.max() > 0 && text.length() > attribute.max()) {
            throw refused(
                    name,
                    "has " + text.length() + " characters, and the directory takes " + attribute.max(),
                    "shorten it in row '" + name + "', as with substring()");
        }
        if (attribute.ldap().equals(AttributeTable.SAM)) {
            requireSam(name, text);
        } else if (attribute.ldap().equals(AttributeTable.UPN)) {
            requireUpn(name, text);
        } else if (attribute.ldap().equals("c")) {
            requireCountry(name, text);
        }
        return text;
    }

    private void requireSam(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SAM_FORBIDDEN.indexOf(c) >= 0 || Character.isISOControl(c)) {
                throw refused(
                        name,
                        "holds a character at position " + (i + 1) + " that a logon name must not have",
                        "take it out in row '" + name + "', as with replace()");
            }
        }
        if (text.endsWith(".") || text.isBlank()) {
            throw refused(name, "ends with a full stop or is blank", "change row '" + name + "'");
        }
    }

    private void requireUpn(String name, String text) {
        if (!isPrincipalName(text)) {
            throw refused(name, "is no user principal name", "write it as name@domain in row '" + name + "'");
        }
        String suffix = text.substring(text.indexOf('@') + 1);
        if (!suffixes.isEmpty() && !suffixes.contains(suffix.toLowerCase(java.util.Locale.ROOT))) {
            throw refused(
                    name,
                    "has a suffix that the domain does not have",
                    "add it to upnSuffixes and to the forest, or change row '" + name + "'");
        }
    }

    /** The schema has room for three characters, and the attribute is for the two of ISO 3166. */
    private void requireCountry(String name, String text) {
        boolean letters = text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
        if (text.length() != 2 || !letters) {
            throw refused(name, "is no country code of two letters", "write it as ISO 3166 does in row '" + name + "'");
        }
    }

    private String whole(String name, String text) {
        try {
            return Long.toString(Long.parseLong(text));
        } catch (NumberFormatException none) {
            throw refused(name, "is no whole number", "change row '" + name + "'");
        }
    }

    private String lastDay(String name, String text) {
        try {
            return Long.toString(FileTime.endOf(LocalDate.parse(text), zone));
        } catch (DateTimeException none) {
            throw refused(name, "is no date", "write it as 2026-03-31 in row '" + name + "'");
        }
    }

    private InvalidValue refused(String name, String why, String remedy) {
        return new InvalidValue(target, name, "Active Directory: attribute '" + name + "' " + why + "; " + remedy);
    }
}
