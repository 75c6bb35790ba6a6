package dev.tenure.successfactors.internal.write;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.successfactors.internal.translate.Contacts;
import dev.tenure.successfactors.internal.translate.Picklists;
import dev.tenure.successfactors.internal.wire.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a write-back sends (part W). Pure.
 *
 * @param outcomes what becomes of each value
 * @param records the records of the one request, in order; none if nothing is sent
 */
public record ContactPlan(Map<ContactField, Outcome> outcomes, List<Map<String, @Nullable Object>> records) {

    /** What becomes of a value. */
    public enum Outcome {
        /** It is sent. */
        WRITTEN,
        /** HR has it already. */
        UNCHANGED,
        /** The primary e-mail is of a type that is not active (rule W4). */
        REFUSED_NO_PRIMARY_BUSINESS_EMAIL,
        /** The worker has ended (rule W6). */
        REFUSED_TERMINATED,
        /** The picklist does not name the option of a business e-mail or phone (rule W2). */
        REFUSED_UNKNOWN_TYPE
    }

    /**
     * What HR has.
     *
     * @param person the person's external id
     * @param emails the e-mails
     * @param phones the phones
     */
    public record Present(String person, List<Row> emails, List<Row> phones) {

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Present[]";
        }
    }

    private record Settings(Picklists picklists, Set<String> activeTypes, boolean takeOver) {}

    /**
     * Plans.
     *
     * @param picklists what option ids mean
     * @param activeTypes the external codes of the types of e-mail that may be written
     * @param takeOver whether the business e-mail takes over from a primary one of another type
     * @param present what HR has
     * @param desired what it is to have
     * @return the plan
     */
    public static ContactPlan of(
            Picklists picklists,
            Set<String> activeTypes,
            boolean takeOver,
            Present present,
            Map<ContactField, String> desired) {
        Settings settings = new Settings(picklists, activeTypes, takeOver);
        ContactPlan plan = new ContactPlan(new EnumMap<>(ContactField.class), new ArrayList<>());
        String email = desired.get(ContactField.WORK_EMAIL);
        if (email != null) {
            plan.outcomes.put(ContactField.WORK_EMAIL, plan.email(settings, present, email.strip()));
        }
        String phone = desired.get(ContactField.WORK_PHONE);
        if (phone != null) {
            plan.outcomes.put(ContactField.WORK_PHONE, plan.phone(settings, present, phone.strip()));
        }
        return plan;
    }

    private Outcome email(Settings settings, Present present, String desired) {
        Picklists picklists = settings.picklists();
        Optional<Row> primary = Contacts.primaryEmail(present.emails(), picklists);
        if (primary.map(row -> row.text("emailAddress"))
                .filter(address -> address.strip().equalsIgnoreCase(desired))
                .isPresent()) {
            return Outcome.UNCHANGED;
        }
        boolean ofActiveType = primary.map(picklists::emailType)
                .filter(settings.activeTypes()::contains)
                .isPresent();
        if (ofActiveType) {
            records.add(email(present, typeOf(primary.get(), "emailType"), desired, true));
            return Outcome.WRITTEN;
        }
        if (!settings.takeOver()) {
            return Outcome.REFUSED_NO_PRIMARY_BUSINESS_EMAIL;
        }
        String business = business(present.emails(), "emailType", picklists.emailTypes(), picklists::emailType);
        if (business == null) {
            return Outcome.REFUSED_UNKNOWN_TYPE;
        }
        for (Row row : present.emails()) {
            if (row.flag("isPrimary") && !business.equals(row.text("emailType"))) {
                records.add(email(present, typeOf(row, "emailType"), row.text("emailAddress"), false));
            }
        }
        records.add(email(present, business, desired, true));
        return Outcome.WRITTEN;
    }

    private Outcome phone(Settings settings, Present present, String desired) {
        Picklists picklists = settings.picklists();
        Optional<Row> primary = Contacts.primaryPhone(present.phones(), picklists);
        if (primary.map(Contacts::text).filter(desired::equals).isPresent()) {
            return Outcome.UNCHANGED;
        }
        String type = primary.isPresent()
                ? primary.get().text("phoneType")
                : business(present.phones(), "phoneType", picklists.phoneTypes(), picklists::phoneType);
        if (type == null) {
            return Outcome.REFUSED_UNKNOWN_TYPE;
        }
        Map<String, @Nullable Object> record = record("PerPhone", present);
        record.put("phoneType", type);
        record.put("phoneNumber", desired);
        record.put("isPrimary", true);
        Optional<Row> there = present.phones().stream()
                .filter(row -> type.equals(row.text("phoneType")))
                .findFirst();
        for (String part : List.of("countryCode", "areaCode", "extension")) {
            if (there.map(row -> row.text(part)).isPresent()) {
                record.put(part, null);
            }
        }
        records.add(record);
        return Outcome.WRITTEN;
    }

    /** The option id of the business type: that of a record of it, else that of the picklist. */
    private static @Nullable String business(
            List<Row> rows,
            String property,
            Map<String, String> codes,
            java.util.function.Function<Row, @Nullable String> type) {
        for (Row row : rows) {
            if (Contacts.BUSINESS.equals(type.apply(row))) {
                return row.text(property);
            }
        }
        // Sorted, so that two options of one code do not make two requests of one plan.
        return new TreeMap<>(codes)
                .entrySet().stream()
                        .filter(option -> option.getValue().equals(Contacts.BUSINESS))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    private static String typeOf(Row row, String property) {
        return String.valueOf(row.text(property));
    }

    private static Map<String, @Nullable Object> email(
            Present present, String type, @Nullable String address, boolean primary) {
        Map<String, @Nullable Object> record = record("PerEmail", present);
        record.put("emailType", type);
        record.put("emailAddress", address);
        record.put("isPrimary", primary);
        return record;
    }

    private static Map<String, @Nullable Object> record(String entity, Present present) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("__metadata", Map.of("uri", entity, "type", "SFOData." + entity));
        record.put("personIdExternal", present.person());
        return record;
    }

    /** Says how many records there are. */
    @Override
    public String toString() {
        return "ContactPlan[" + records.size() + "]";
    }
}
