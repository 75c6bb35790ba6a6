package dev.tenure.workday.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.worker.BaseAttributes;
import dev.tenure.lifecycle.worker.WorkerKind;
import dev.tenure.workday.internal.wire.AddressRecord;
import dev.tenure.workday.internal.wire.ContactRecord;
import dev.tenure.workday.internal.wire.EmailRecord;
import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.JobRecord;
import dev.tenure.workday.internal.wire.NameRecord;
import dev.tenure.workday.internal.wire.OverrideRecord;
import dev.tenure.workday.internal.wire.PersonRecord;
import dev.tenure.workday.internal.wire.PhoneRecord;
import dev.tenure.workday.internal.wire.SiteRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the source profile: the base attributes (rules M1, M2) and the fields of the field override service. What stands
 * in a block that is missing was not read, and is not in the profile at all; what is missing within a block is read and
 * empty.
 */
final class Profiles {

    /** The base attributes, so that the profiles of all workers share their names. */
    private static final Attributes BASE = base();

    private final ProfileOptions options;

    Profiles(ProfileOptions options) {
        this.options = options;
    }

    Attributes read(WorkerRecord worker) {
        Attributes.Builder profile = Attributes.builderLike(BASE);
        put(profile, "userName", Accounts.userName(worker));
        put(profile, "employeeID", worker.workerId() != null ? worker.workerId() : Keys.number(worker.reference()));
        person(profile, worker.person());
        JobRecord job = Jobs.primary(worker);
        if (job != null && job.positionRead()) {
            put(profile, "accountType", accountType(worker, job));
            job(profile, job);
        }
        if (Organizations.areRead(worker)) {
            put(profile, "supervisoryOrg", Organizations.name(worker, "SUPERVISORY"));
            put(profile, "businessUnit", Organizations.name(worker, options.departmentType()));
        }
        if (Managers.areRead(worker)) {
            put(profile, "managerId", Managers.id(worker));
        }
        for (OverrideRecord override : worker.overrides()) {
            Overrides.put(profile, override);
        }
        return profile.build();
    }

    private void person(Attributes.Builder profile, @Nullable PersonRecord person) {
        if (person == null) {
            return;
        }
        put(profile, "firstName", name(person, NameRecord::first, "FirstName"));
        put(profile, "lastName", name(person, NameRecord::last, "LastName"));
        ContactRecord contact = person.contact();
        if (contact != null) {
            put(
                    profile,
                    "email",
                    address(Emails.choose(contact.emails(), options.usages().work())));
            put(
                    profile,
                    "secondEmail",
                    address(Emails.choose(contact.emails(), options.usages().home())));
            put(profile, "workPhone", phone(contact.phones(), options.workPhoneDevices()));
            put(profile, "mobilePhone", phone(contact.phones(), options.mobilePhoneDevices()));
        }
    }

    /** The preferred name, else the legal name, else a literal, each part for itself (rule M2). */
    private static String name(PersonRecord person, Function<NameRecord, @Nullable String> part, String otherwise) {
        String preferred = person.preferred() == null ? null : part.apply(person.preferred());
        if (preferred != null) {
            return preferred;
        }
        String legal = person.legal() == null ? null : part.apply(person.legal());
        return legal != null ? legal : otherwise;
    }

    private static @Nullable String address(@Nullable EmailRecord email) {
        return email == null ? null : email.address();
    }

    private @Nullable String phone(List<PhoneRecord> phones, Set<String> devices) {
        PhoneRecord phone = Phones.choose(phones, options.usages().work(), devices);
        if (phone == null && options.personalPhones()) {
            phone = Phones.choose(phones, options.usages().home(), devices);
        }
        return phone == null ? null : Phones.text(phone);
    }

    private static void job(Attributes.Builder profile, JobRecord job) {
        if (job.businessTitle() != null) {
            profile.put("businessTitle", job.businessTitle());
        }
        SiteRecord site = job.site();
        put(profile, "location", site == null ? null : site.name());
        AddressRecord address = site == null ? null : Addresses.choose(site.addresses());
        put(profile, "streetAddress", address == null ? null : Addresses.street(address));
        put(profile, "city", address == null ? null : address.municipality());
        put(profile, "state", address == null ? null : Addresses.state(address));
        put(profile, "postalCode", address == null ? null : address.postalCode());
        put(profile, "countryCode", address == null ? null : Addresses.country(address));
    }

    private @Nullable String accountType(WorkerRecord worker, JobRecord job) {
        return switch (options.accountType()) {
            case WORKER_TYPE_ID -> workerType(job.workerType());
            case WORKER_TYPE_NAME ->
                isBlank(job.workerTypeName()) ? workerType(job.workerType()) : job.workerTypeName();
            case WORKER_KIND -> Employments.kind(worker) == WorkerKind.CONTINGENT ? "Contingent Worker" : "Employee";
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String workerType(Ids type) {
        String employee = type.of("Employee_Type_ID");
        return employee != null ? employee : type.of("Contingent_Worker_Type_ID");
    }

    private static void put(Attributes.Builder profile, String name, @Nullable String text) {
        profile.put(name, text == null ? AttributeValue.NULL : AttributeValue.normalised(text));
    }

    private static Attributes base() {
        Attributes.Builder names = Attributes.builder();
        BaseAttributes.names().forEach(name -> names.put(name, AttributeValue.NULL));
        return names.build();
    }
}
