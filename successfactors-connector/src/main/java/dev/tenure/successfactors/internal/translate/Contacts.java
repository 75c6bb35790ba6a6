package dev.tenure.successfactors.internal.translate;

import dev.tenure.successfactors.internal.wire.Row;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses among e-mails and phones (rules M2, M3). */
public final class Contacts {

    /** The external code of a business e-mail or phone. */
    public static final String BUSINESS = "B";

    static final String PERSONAL = "P";
    static final String CELL = "C";

    private Contacts() {}

    static List<Row> primaries(List<Row> rows) {
        return rows.stream().filter(row -> row.flag("isPrimary")).toList();
    }

    /**
     * Gives the primary e-mail; of several the business one, else the one with the smallest type id.
     *
     * @param emails the e-mails
     * @param picklists the types
     * @return the e-mail; empty if none is primary
     */
    public static Optional<Row> primaryEmail(List<Row> emails, Picklists picklists) {
        return primary(emails, "emailType", picklists::emailType);
    }

    /**
     * Gives the primary phone; of several the business one, else the one with the smallest type id.
     *
     * @param phones the phones
     * @param picklists the types
     * @return the phone; empty if none is primary
     */
    public static Optional<Row> primaryPhone(List<Row> phones, Picklists picklists) {
        return primary(phones, "phoneType", picklists::phoneType);
    }

    private static Optional<Row> primary(List<Row> rows, String property, Function<Row, @Nullable String> type) {
        return primaries(rows).stream()
                .min(Comparator.comparing((Row row) -> !BUSINESS.equals(type.apply(row)))
                        .thenComparing(
                                row -> row.number(property),
                                Comparator.<@Nullable BigInteger>nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> String.valueOf(row.text(property))));
    }

    /**
     * Writes a phone as text: {@code +country area number xextension}, the parts that exist.
     *
     * @param phone the phone
     * @return the text; null if it has no part
     */
    public static @Nullable String text(Row phone) {
        StringBuilder text = new StringBuilder();
        String country = part(phone, "countryCode");
        if (country != null && !withoutPlus(country).isEmpty()) {
            text.append('+').append(withoutPlus(country));
        }
        for (String name : List.of("areaCode", "phoneNumber")) {
            String part = part(phone, name);
            if (part != null) {
                boolean first = text.length() == 0;
                text.append(first ? "" : " ").append(first ? part : withoutPlus(part));
            }
        }
        String extension = part(phone, "extension");
        if (extension != null) {
            text.append(text.length() == 0 ? "x" : " x").append(extension);
        }
        return text.length() == 0 ? null : text.toString();
    }

    private static @Nullable String part(Row phone, String name) {
        String text = phone.text(name);
        return text == null ? null : text.strip();
    }

    private static String withoutPlus(String part) {
        return part.startsWith("+") ? part.substring(1).strip() : part;
    }
}
