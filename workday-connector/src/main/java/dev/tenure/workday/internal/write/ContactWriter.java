package dev.tenure.workday.internal.write;

import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.translate.Emails;
import dev.tenure.workday.internal.translate.Phones;
import dev.tenure.workday.internal.wire.ContactChange;
import dev.tenure.workday.internal.wire.ContactChange.EmailEntry;
import dev.tenure.workday.internal.wire.ContactChange.PhoneEntry;
import dev.tenure.workday.internal.wire.ContactRecord;
import dev.tenure.workday.internal.wire.EmailRecord;
import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.PhoneRecord;
import dev.tenure.workday.internal.wire.UsageRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes contact data back (part F). Reads what Workday has first: a value that is there already is not written again, an
 * entry that is there is changed under its reference rather than added to, and stays primary if it was. All that goes to
 * one business process goes in one call, since a second would find the first in its way. Safe for use by several threads.
 */
public final class ContactWriter implements ContactWriteBack {

    private static final String WORK = "WORK";
    private static final String HOME = "HOME";

    private final HumanResources service;
    private final ContactSettings settings;
    private final InstantSource clock;
    private final BiFunction<String, LocalDate, List<WorkerRecord>> present;

    /**
     * Makes a writer.
     *
     * @param service the service
     * @param settings how to write
     * @param clock what day it is
     * @param present reads the contact data that Workday has for a key as of a day
     */
    public ContactWriter(
            HumanResources service,
            ContactSettings settings,
            InstantSource clock,
            BiFunction<String, LocalDate, List<WorkerRecord>> present) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
        this.present = present;
    }

    @Override
    public Set<ContactField> fields() {
        return settings.fields();
    }

    /**
     * {@inheritDoc} A phone number must be in international form, beginning with a plus.
     *
     * @throws IllegalArgumentException if a field is not among {@link #fields()}
     */
    @Override
    public void write(Worker worker, Map<ContactField, String> values) {
        for (ContactField field : values.keySet()) {
            if (!settings.fields().contains(field)) {
                throw new IllegalArgumentException(
                        "Field " + field + " is not set to be written back; set 'writeBack'");
            }
        }
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        WorkerRecord record = present.apply(worker.ref().id(), today).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        service.system(),
                        service.system() + ": write back of " + worker.ref()
                                + " failed: Workday does not know the worker"));
        for (String usage : List.of(WORK, HOME)) {
            change(usage, record, values, today).ifPresent(service::change);
        }
    }

    private Optional<ContactChange> change(
            String usage, WorkerRecord record, Map<ContactField, String> values, LocalDate today) {
        boolean work = usage.equals(WORK);
        List<String> types = work ? settings.usages().work() : settings.usages().home();
        List<PhoneEntry> phones = new ArrayList<>();
        addPhone(
                phones,
                record,
                types,
                settings.phoneDevices(),
                work ? ContactField.WORK_PHONE : ContactField.HOME_PHONE,
                values);
        if (work) {
            addPhone(phones, record, types, settings.mobileDevices(), ContactField.MOBILE_PHONE, values);
        }
        List<EmailEntry> emails = new ArrayList<>();
        addEmail(emails, record, types, values.get(work ? ContactField.WORK_EMAIL : ContactField.HOME_EMAIL));
        String wid = record.reference().of(Ids.WID);
        if ((phones.isEmpty() && emails.isEmpty()) || wid == null) {
            return Optional.empty();
        }
        return Optional.of(new ContactChange(usage, wid, today, phones, emails));
    }

    private void addEmail(List<EmailEntry> into, WorkerRecord record, List<String> types, @Nullable String address) {
        if (address == null) {
            return;
        }
        EmailRecord entry = Emails.choose(contact(record).emails(), types);
        if (entry == null) {
            into.add(new EmailEntry(types.get(0), address, true, Optional.empty()));
        } else if (!address.equals(entry.address())) {
            UsageRecord usage = usage(entry.usages(), types);
            into.add(new EmailEntry(
                    type(usage, types), address, usage.primary(), reference(entry.reference(), "Email_ID")));
        }
    }

    private void addPhone(
            List<PhoneEntry> into,
            WorkerRecord record,
            List<String> types,
            List<String> devices,
            ContactField field,
            Map<ContactField, String> values) {
        String value = values.get(field);
        if (value == null) {
            return;
        }
        List<PhoneRecord> phones = contact(record).phones();
        PhoneRecord entry = Phones.choose(phones, types, new LinkedHashSet<>(devices));
        if (entry != null && sameNumber(value, Phones.text(entry))) {
            return;
        }
        PhoneNumber number = PhoneNumber.parse(
                        value, entry == null || entry.countryIso() == null ? "" : entry.countryIso())
                .orElseThrow(
                        () -> new InvalidValue(
                                service.system(),
                                field.name(),
                                service.system() + ": write back of " + field
                                        + " failed: the number is not in international form; give it with + and the country code"));
        if (entry != null && entry.deviceType() != null) {
            UsageRecord usage = usage(entry.usages(), types);
            into.add(new PhoneEntry(
                    type(usage, types),
                    entry.deviceType(),
                    settings.countryCode(number),
                    number.national(),
                    usage.primary(),
                    reference(entry.reference(), "Phone_ID")));
            return;
        }
        String type = types.get(0);
        boolean first = into.stream()
                        .noneMatch(other -> other.primary() && other.usage().equalsIgnoreCase(type))
                && phones.stream()
                        .noneMatch(phone -> usage(phone.usages(), List.of(type)).primary());
        into.add(new PhoneEntry(
                type, devices.get(0), settings.countryCode(number), number.national(), first, Optional.empty()));
    }

    /** The use that an entry has for a purpose; each usage type has a primary entry of its own. */
    private static UsageRecord usage(List<UsageRecord> usages, List<String> types) {
        UsageRecord usage = UsageRecord.find(usages, types);
        return usage == null ? new UsageRecord(null, false) : usage;
    }

    /** The id as the entry has it, since an entry keeps its usage type; that of a new entry otherwise. */
    private static String type(UsageRecord usage, List<String> types) {
        return usage.type() == null ? types.get(0) : usage.type();
    }

    private static boolean sameNumber(String one, @Nullable String other) {
        return other != null
                && one.strip().startsWith("+") == other.strip().startsWith("+")
                && PhoneNumber.digits(one).equals(PhoneNumber.digits(other));
    }

    private ContactRecord contact(WorkerRecord record) {
        return record.person() == null || record.person().contact() == null
                ? new ContactRecord(List.of(), List.of())
                : record.person().contact();
    }

    private static Optional<Ids.Id> reference(Ids ids, String type) {
        String id = ids.of(type);
        if (id != null) {
            return Optional.of(new Ids.Id(type, id));
        }
        String wid = ids.of(Ids.WID);
        return wid == null ? Optional.empty() : Optional.of(new Ids.Id(Ids.WID, wid));
    }
}
