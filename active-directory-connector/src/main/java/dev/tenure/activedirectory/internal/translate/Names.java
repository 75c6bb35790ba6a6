package dev.tenure.activedirectory.internal.translate;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Distinguished names. A value goes into a name as a value, never as text that is joined: {@code Smith,OU=Admins} stays one
 * name of one person. Names are compared parsed, since the directory may write one otherwise than it was sent.
 */
public final class Names {

    private static final int LONGEST_CN = 64;
    private static final String ESCAPED = ",+\"\\<>;=";

    private Names() {}

    /**
     * Parses a name that a host wrote.
     *
     * @param setting the setting that holds it
     * @param text the name
     * @return the name
     * @throws IllegalArgumentException if it is none
     */
    public static DN parse(String setting, String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Setting '" + setting + "' is no distinguished name; write it as OU=Staff,DC=corp,DC=example"));
    }

    /**
     * Parses a name.
     *
     * @param text the name
     * @return the name, empty if it is none
     */
    public static Optional<DN> tryParse(String text) {
        try {
            DN name = new DN(text);
            return name.isNullDN() ? Optional.empty() : Optional.of(name);
        } catch (LDAPException none) {
            return Optional.empty();
        }
    }

    /**
     * Puts one more component before a name.
     *
     * @param type the component's type, such as {@code CN}
     * @param value its value, as it is
     * @param parent the rest
     * @return the name
     */
    public static DN below(String type, String value, DN parent) {
        return new DN(new RDN(type, value), parent);
    }

    /**
     * Writes a name as it is sent. An equals sign is escaped too: that is right everywhere, and not every server takes it
     * otherwise.
     *
     * @param name the name
     * @return its text
     */
    public static String text(DN name) {
        StringJoiner text = new StringJoiner(",");
        for (RDN component : name.getRDNs()) {
            text.add(text(component));
        }
        return text.toString();
    }

    /**
     * Writes one component as it is sent.
     *
     * @param component the component
     * @return its text
     */
    public static String text(RDN component) {
        StringJoiner text = new StringJoiner("+");
        String[] types = component.getAttributeNames();
        String[] values = component.getAttributeValues();
        for (int i = 0; i < types.length; i++) {
            text.add(types[i] + "=" + escaped(values[i]));
        }
        return text.toString();
    }

    /**
     * Turns what HR calls somebody into a common name: control characters become blanks, and it is cut to 64 characters.
     *
     * @param name the name
     * @param suffix what is to stand behind it, to tell it from others
     * @return the common name, blank if nothing is left
     */
    public static String commonName(String name, String suffix) {
        String clean = name.replaceAll("[\\p{Cntrl}]+", " ").strip();
        int room = LONGEST_CN - suffix.length();
        String cut = clean.length() <= room ? clean : clean.substring(0, room).strip();
        if (!cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1))) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut + suffix;
    }

    /**
     * Finds the place that a text names: a distinguished name, whole or below a base; or a path of organizational units,
     * outermost first, as in {@code Staff/Oslo}, whose parts are values and cannot name another place.
     *
     * @param text the text
     * @param base where places are looked for
     * @return the place; empty if this names none, or one that is not below the base
     */
    public static Optional<DN> place(String text, DN base) {
        DN place;
        if (text.indexOf('=') < 0) {
            List<RDN> components = new ArrayList<>();
            for (String part : text.split("/", -1)) {
                if (part.isBlank()) {
                    return Optional.empty();
                }
                components.add(0, new RDN("OU", part.strip()));
            }
            place = joined(components, base);
        } else {
            Optional<DN> parsed = tryParse(text);
            if (parsed.isEmpty()) {
                return Optional.empty();
            }
            place = endsInDomain(parsed.get())
                    ? parsed.get()
                    : joined(List.of(parsed.get().getRDNs()), base);
        }
        return isWithin(place, base) ? Optional.of(place) : Optional.empty();
    }

    /**
     * Says whether a name is another or stands below it.
     *
     * @param name the name
     * @param base the other
     * @return true if it is
     */
    public static boolean isWithin(DN name, DN base) {
        return name.isDescendantOf(base, true);
    }

    /**
     * Gives the DNS name of a domain.
     *
     * @param domain its distinguished name
     * @return the name, such as {@code corp.example}; empty if no component is one of a domain
     */
    public static String dnsName(DN domain) {
        StringJoiner name = new StringJoiner(".");
        for (RDN component : domain.getRDNs()) {
            if (component.hasAttribute("DC")) {
                name.add(component.getAttributeValues()[0].toLowerCase(Locale.ROOT));
            }
        }
        return name.toString();
    }

    private static boolean endsInDomain(DN name) {
        RDN[] components = name.getRDNs();
        return components[components.length - 1].hasAttribute("DC");
    }

    private static DN joined(List<RDN> components, DN base) {
        List<RDN> all = new ArrayList<>(components);
        all.addAll(List.of(base.getRDNs()));
        return new DN(all);
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean atEnd = i == 0 || i == value.length() - 1;
            if (ESCAPED.indexOf(c) >= 0 || (c == ' ' && atEnd) || (c == '#' && i == 0)) {
                text.append('\\').append(c);
            } else if (c < ' ' || c == 127) {
                for (byte octet : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    text.append(String.format(Locale.ROOT, "\\%02x", octet & 0xFF));
                }
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
