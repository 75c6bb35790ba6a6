package dev.tenure.okta;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Turns keys into the expressions that Okta takes. Few attributes can be asked for by {@code filter}, which is current and
 * minds case; all can by {@code search}, which lags behind.
 */
final class KeySearch {

    private static final Set<String> FILTERABLE = Set.of("login", "email", "firstName", "lastName");

    /** Addresses are the same whatever their case, but a filter minds it. */
    private static final Set<String> ADDRESSES = Set.of("login", "email");

    /** Servers take some 8,000 bytes of an address, in which most characters of most scripts are nine. */
    private static final int LONGEST = 6_000;

    private static final int MOST_IDS = 50;

    private KeySearch() {}

    static boolean isFilterable(AccountKey key) {
        return FILTERABLE.containsAll(key.values().keySet());
    }

    static boolean isFilterable(String attribute) {
        return FILTERABLE.contains(attribute);
    }

    /** Writes as many keys into one expression as an address can hold. */
    static List<String> expressions(Collection<AccountKey> keys) {
        Set<String> alternatives = new LinkedHashSet<>();
        for (AccountKey key : keys) {
            alternatives.add(expression(key.values(), false));
            if (isFilterable(key)) {
                alternatives.add(expression(key.values(), true));
            }
        }
        return joined(alternatives, Integer.MAX_VALUE);
    }

    static List<String> ids(Collection<String> ids) {
        return joined(ids.stream().map(id -> "id eq " + quoted(id)).toList(), MOST_IDS);
    }

    /** Says whether an account has the values of a key, as far as case goes. */
    static boolean fits(Account account, AccountKey key) {
        return key.values().entrySet().stream()
                .allMatch(entry -> account.attributes()
                        .text(entry.getKey())
                        .map(text -> lower(text).equals(lower(entry.getValue())))
                        .orElse(false));
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String expression(Map<String, String> values, boolean lowerAddresses) {
        StringJoiner all = new StringJoiner(" and ");
        values.forEach((name, value) -> all.add("profile." + name + " eq "
                + quoted(lowerAddresses && ADDRESSES.contains(name) ? lower(value) : value)));
        return values.size() == 1 ? all.toString() : "(" + all + ")";
    }

    private static List<String> joined(Collection<String> alternatives, int most) {
        List<String> expressions = new ArrayList<>();
        StringJoiner any = new StringJoiner(" or ");
        int count = 0;
        int length = 0;
        for (String alternative : alternatives) {
            int more = encodedLength(" or ") + encodedLength(alternative);
            if (count == most || (count > 0 && length + more > LONGEST)) {
                expressions.add(any.toString());
                any = new StringJoiner(" or ");
                count = 0;
                length = 0;
            }
            any.add(alternative);
            count++;
            length += more;
        }
        if (count > 0) {
            expressions.add(any.toString());
        }
        return expressions;
    }

    /** How long a text is within an address, where all but letters and digits take three characters for each byte. */
    private static int encodedLength(String text) {
        int length = 0;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            length += each > 0 && Character.isLetterOrDigit(each) ? 1 : 3;
        }
        return length;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
