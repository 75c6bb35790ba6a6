package dev.tenure.successfactors.internal.translate;

import dev.tenure.successfactors.internal.wire.Row;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The external codes of picklist options, whose ids differ from tenant to tenant.
 *
 * @param statuses codes of {@code employee-status} by option id
 * @param emailTypes codes of {@code ecEmailType} by option id
 * @param phoneTypes codes of {@code ecPhoneType} by option id
 */
public record Picklists(Map<String, String> statuses, Map<String, String> emailTypes, Map<String, String> phoneTypes) {

    /** The picklist of statuses. */
    public static final String STATUS = "employee-status";
    /** The picklist of types of e-mail. */
    public static final String EMAIL = "ecEmailType";
    /** The picklist of types of phone. */
    public static final String PHONE = "ecPhoneType";

    /** For who may not read picklists. */
    public static final Picklists NONE = new Picklists(Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public Picklists {
        statuses = Map.copyOf(statuses);
        emailTypes = Map.copyOf(emailTypes);
        phoneTypes = Map.copyOf(phoneTypes);
    }

    /**
     * Finds the status of a job record (rule S1).
     *
     * @param job the record
     * @return the external code; empty if it has none or one that no picklist knows
     */
    Optional<String> status(Row job) {
        String id = job.text("emplStatus");
        String expanded = code(job, "emplStatusNav");
        if (expanded != null || id == null) {
            return Optional.ofNullable(expanded);
        }
        String known = statuses.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        boolean isCode = statuses.containsValue(id) || !id.chars().allMatch(c -> c >= '0' && c <= '9');
        return isCode ? Optional.of(id) : Optional.empty();
    }

    /**
     * Finds the type of an e-mail.
     *
     * @param email the record
     * @return the external code; null if it is not known
     */
    public @Nullable String emailType(Row email) {
        return type(email, "emailType", "emailTypeNav", emailTypes);
    }

    /**
     * Finds the type of a phone.
     *
     * @param phone the record
     * @return the external code; null if it is not known
     */
    public @Nullable String phoneType(Row phone) {
        return type(phone, "phoneType", "phoneTypeNav", phoneTypes);
    }

    private static @Nullable String type(Row row, String property, String navigation, Map<String, String> codes) {
        String expanded = code(row, navigation);
        String id = row.text(property);
        return expanded != null || id == null ? expanded : codes.get(id);
    }

    private static @Nullable String code(Row row, String navigation) {
        Row option = row.one(navigation);
        return option == null ? null : option.text("externalCode");
    }
}
