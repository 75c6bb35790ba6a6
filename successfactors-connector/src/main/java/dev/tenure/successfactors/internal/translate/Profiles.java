package dev.tenure.successfactors.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.successfactors.internal.wire.ODataDates;
import dev.tenure.successfactors.internal.wire.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the source profile (parts M and N): the base attributes, and every property of the records under the name that
 * CompoundEmployee gives it. What was not read is not in it; what was read and has no value is there as no value.
 */
final class Profiles {

    /** Who changed what when, and what serves the API alone: no facts about a person, and different on every read. */
    private static final Pattern BOOKKEEPING = Pattern.compile(
            "(lastModified|created)(By|On|DateTime|Date|WithTZ)?|operation|includeAllRecords|attachmentId|notes|__.*");

    private static final String NO_MANAGER = "NO_MANAGER";

    private final Picklists picklists;
    private final AttributeNames names;

    Profiles(Picklists picklists, AttributeNames names) {
        this.picklists = picklists;
        this.names = names;
    }

    Attributes read(Row person, List<Assignment> assignments, Standing standing, Set<Warning> warnings) {
        Attributes.Builder profile = Attributes.builder();
        Assignment primary = standing.primary();
        put(profile, "employeeID", person.text("personIdExternal"));
        Row employment = primary.employment();
        if (employment.isRead("userNav")) {
            Row user = employment.one("userNav");
            put(profile, "userName", user == null ? null : user.text("username"));
        }
        put(profile, "accountType", primary.contingent() ? "Contingent Worker" : "Employee");
        person.many("personalInfoNav").ifPresent(records -> name(profile, records, primary.today()));
        person.many("emailNav").ifPresent(emails -> emails(profile, emails, warnings));
        person.many("phoneNav").ifPresent(phones -> phones(profile, phones, warnings));
        job(profile, standing.record().row());
        for (Assignment assignment : assignments) {
            properties(profile, AttributeNames.employment(assignment), assignment.employment());
            Slice shown = assignment.history().shown(assignment.today());
            properties(profile, AttributeNames.job(assignment), shown.row());
            shown.status().ifPresent(code -> profile.put(AttributeNames.job(assignment) + "emplStatus", code));
        }
        return profile.build();
    }

    /** Rule M1: the personal information in effect today, else the next one, else the last one. */
    private void name(Attributes.Builder profile, List<Row> records, LocalDate today) {
        List<Row> byStart =
                records.stream().sorted(Comparator.comparing(Profiles::start)).toList();
        Optional<Row> now = byStart.stream()
                .filter(row -> !start(row).isAfter(today)
                        && row.date("endDate")
                                .filter(end -> end.isBefore(today))
                                .isEmpty())
                .reduce((one, later) -> later)
                .or(() -> byStart.stream()
                        .filter(row -> start(row).isAfter(today))
                        .findFirst())
                .or(() -> byStart.stream().reduce((one, later) -> later));
        String preferred = now.map(row -> row.text("preferredName")).orElse(null);
        put(
                profile,
                "firstName",
                preferred != null
                        ? preferred
                        : now.map(row -> row.text("firstName")).orElse(null));
        put(profile, "lastName", now.map(row -> row.text("lastName")).orElse(null));
        now.ifPresent(row -> properties(profile, AttributeNames.person("personal_information"), row));
    }

    private static LocalDate start(Row row) {
        return row.date("startDate").orElse(LocalDate.MIN);
    }

    private void emails(Attributes.Builder profile, List<Row> emails, Set<Warning> warnings) {
        Optional<Row> primary = Contacts.primaryEmail(emails, picklists);
        put(profile, "email", primary.map(row -> row.text("emailAddress")).orElse(null));
        if (primary.isEmpty() && !emails.isEmpty()) {
            warnings.add(Warning.NO_PRIMARY_EMAIL);
        }
        if (Contacts.primaries(emails).size() > 1) {
            warnings.add(Warning.SEVERAL_PRIMARY_EMAILS);
        }
        Optional<Row> personal = emails.stream()
                .filter(row -> Contacts.PERSONAL.equals(picklists.emailType(row))
                        && primary.filter(chosen -> chosen == row).isEmpty())
                .findFirst();
        putKnown(
                profile,
                "secondEmail",
                personal.map(row -> row.text("emailAddress")).orElse(null),
                emails.stream().allMatch(row -> picklists.emailType(row) != null));
    }

    private void phones(Attributes.Builder profile, List<Row> phones, Set<Warning> warnings) {
        put(
                profile,
                "workPhone",
                Contacts.primaryPhone(phones, picklists).map(Contacts::text).orElse(null));
        if (Contacts.primaries(phones).size() > 1) {
            warnings.add(Warning.SEVERAL_PRIMARY_PHONES);
        }
        Optional<Row> cell = phones.stream()
                .filter(row -> Contacts.CELL.equals(picklists.phoneType(row)))
                .findFirst();
        putKnown(
                profile,
                "mobilePhone",
                cell.map(Contacts::text).orElse(null),
                phones.stream().allMatch(row -> picklists.phoneType(row) != null));
    }

    /** One of a type: none is known to be there only where all types are known; else it was not read. */
    private static void putKnown(
            Attributes.Builder profile, String name, @Nullable String text, boolean allTypesKnown) {
        if (text != null || allTypesKnown) {
            put(profile, name, text);
        }
    }

    private static void job(Attributes.Builder profile, Row job) {
        if (job.isRead("jobTitle")) {
            put(profile, "businessTitle", job.text("jobTitle"));
        }
        object(profile, "businessUnit", job, "businessUnit");
        object(profile, "supervisoryOrg", job, "department");
        object(profile, "location", job, "location");
        if (job.isRead("managerId")) {
            String manager = job.text("managerId");
            put(profile, "managerId", NO_MANAGER.equals(manager) ? null : manager);
        }
        if (job.isRead("managerUserNav")) {
            Row manager = job.one("managerUserNav");
            put(profile, "managerUserName", manager == null ? null : manager.text("username"));
        }
    }

    /** Rule M4: the expanded object's localized name, else its name, else the code. */
    private static void object(Attributes.Builder profile, String attribute, Row job, String property) {
        if (!job.isRead(property)) {
            return;
        }
        Row object = job.one(property + "Nav");
        String name = object == null ? null : object.text("name_localized");
        if (name == null && object != null) {
            name = object.text("name");
        }
        put(profile, attribute, name != null ? name : job.text(property));
    }

    private void properties(Attributes.Builder profile, String prefix, Row row) {
        for (String property : row.names()) {
            Object value = row.value(property);
            boolean navigation = value instanceof java.util.Map || value instanceof List || property.endsWith("Nav");
            if (!navigation && !BOOKKEEPING.matcher(property).matches() && !property.isBlank()) {
                profile.put(prefix + names.of(property), attribute(value));
            }
        }
    }

    private static AttributeValue attribute(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return AttributeValue.of(truth);
        }
        if (!(value instanceof String text)) {
            return AttributeValue.NULL;
        }
        if (!ODataDates.isDate(text)) {
            return text.isBlank() ? AttributeValue.NULL : AttributeValue.of(text);
        }
        try {
            return ODataDates.instant(text)
                    .map(instant -> AttributeValue.of(instant.toString()))
                    .orElseGet(
                            () -> ODataDates.date(text).map(AttributeValue::of).orElse(AttributeValue.NULL));
        } catch (IllegalArgumentException absurd) {
            return AttributeValue.NULL;
        }
    }

    /** Text is passed on as it is (rule M1); what is blank is no value. */
    private static void put(Attributes.Builder profile, String name, @Nullable String text) {
        profile.put(name, text == null || text.isBlank() ? AttributeValue.NULL : AttributeValue.of(text));
    }
}
