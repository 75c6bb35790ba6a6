package dev.tenure.successfactors.internal.write;

import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.call.Operation;
import dev.tenure.successfactors.internal.translate.Picklists;
import dev.tenure.successfactors.internal.wire.Answer;
import dev.tenure.successfactors.internal.wire.ODataDates;
import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes the primary e-mail and phone back (part W). Reads what SuccessFactors has first, and sends all changes of a person
 * in one request. Safe for use by several threads.
 */
public final class ContactWriter implements ContactWriteBack {

    private final ODataClient client;
    private final SuccessFactorsPolicy policy;
    private final Set<ContactField> fields;
    private final Set<String> activeTypes;
    private final Supplier<Picklists> picklists;
    private final InstantSource clock;

    /**
     * Makes a writer.
     *
     * @param client makes the calls
     * @param policy the switches
     * @param fields what may be written
     * @param activeTypes the external codes of the types of e-mail that may be written
     * @param picklists gives what option ids mean
     * @param clock what time it is
     */
    public ContactWriter(
            ODataClient client,
            SuccessFactorsPolicy policy,
            Set<ContactField> fields,
            Set<String> activeTypes,
            Supplier<Picklists> picklists,
            InstantSource clock) {
        this.client = client;
        this.policy = policy;
        this.fields = Set.copyOf(fields);
        this.activeTypes = Set.copyOf(activeTypes);
        this.picklists = picklists;
        this.clock = clock;
    }

    @Override
    public Set<ContactField> fields() {
        return fields;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a field is not among {@link #fields()}
     */
    @Override
    public void write(Worker worker, Map<ContactField, String> values) {
        for (ContactField field : values.keySet()) {
            if (!fields.contains(field)) {
                throw new IllegalArgumentException(
                        "Field " + field + " is not set to be written back; set 'writeBack'");
            }
        }
        if (hasEnded(worker.employment(), clock.instant())) {
            throw new InvalidValue(
                    client.system(),
                    null,
                    failed(worker) + ContactPlan.Outcome.REFUSED_TERMINATED
                            + ": the worker has ended, and who has ended is not written to");
        }
        ContactPlan plan =
                ContactPlan.of(picklists.get(), activeTypes, policy.takeOverPrimary(), present(worker), values);
        if (!plan.records().isEmpty()) {
            client.upsert(plan.records());
        }
        plan.outcomes().forEach((field, outcome) -> report(worker, field, outcome));
    }

    private ContactPlan.Present present(Worker worker) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(
                "$select",
                "personIdExternal,emailNav/emailType,emailNav/emailAddress,emailNav/isPrimary,phoneNav/phoneType,"
                        + "phoneNav/phoneNumber,phoneNav/countryCode,phoneNav/areaCode,phoneNav/extension,"
                        + "phoneNav/isPrimary");
        options.put("$expand", "emailNav,phoneNav");
        String id = worker.ref().id();
        options.put("$filter", "personIdExternal eq " + ODataDates.literal(id));
        Answer answer = client.get(Operation.CONTACT, client.address("PerPerson", options));
        Row person = answer.rows().stream()
                .filter(row -> id.equals(row.text("personIdExternal")))
                .findFirst()
                .orElseThrow(() ->
                        new NotFound(client.system(), failed(worker) + "SuccessFactors does not know the person"));
        Optional<List<Row>> emails = person.many("emailNav");
        Optional<List<Row>> phones = person.many("phoneNav");
        if (emails.isEmpty() || phones.isEmpty()) {
            throw new PermissionMissing(
                    client.system(),
                    failed(worker) + "the API user does not see the contact data; grant view and edit of e-mail and"
                            + " phone information");
        }
        return new ContactPlan.Present(id, emails.get(), phones.get());
    }

    private void report(Worker worker, ContactField field, ContactPlan.Outcome outcome) {
        switch (outcome) {
            case REFUSED_NO_PRIMARY_BUSINESS_EMAIL ->
                throw new InvalidValue(
                        client.system(),
                        field.name(),
                        failed(worker) + outcome
                                + ": the primary e-mail is not a business one; make that primary in SuccessFactors,"
                                + " or set 'takeOverPrimary'");
            case REFUSED_UNKNOWN_TYPE ->
                throw new PermissionMissing(
                        client.system(),
                        failed(worker) + outcome + ": picklist " + Picklists.EMAIL + " or " + Picklists.PHONE
                                + " has no option with external code B; let the API user read picklists, or give the"
                                + " option that code");
            default -> {
                // Nothing is wrong.
            }
        }
    }

    /** Rule W6: over, and so is the interval after it; who comes back has not ended. */
    private boolean hasEnded(Employment employment, Instant now) {
        ZoneId zone = zone(employment);
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean ahead =
                employment.hireDate().filter(hire -> hire.isAfter(today)).isPresent();
        boolean back = employment.timeline().stream()
                .filter(event ->
                        event.kind() == EmploymentEvent.Kind.HIRE || event.kind() == EmploymentEvent.Kind.RETURN)
                .anyMatch(event -> !event.on()
                        .minusDays(event.kind() == EmploymentEvent.Kind.HIRE ? policy.preStartDays() : 0)
                        .isAfter(today));
        Optional<LocalDate> first =
                employment.inactiveSince().or(() -> employment.terminationDate().map(last -> last.plusDays(1)));
        return !employment.active()
                && !ahead
                && !back
                && first.filter(day ->
                                !day.plusDays(policy.postTerminationDays()).isAfter(today))
                        .isPresent();
    }

    private ZoneId zone(Employment employment) {
        if (!policy.timeZoneAware()) {
            return ZoneOffset.UTC;
        }
        return employment.locationTimeZone().flatMap(LifecyclePolicy::zone).orElse(policy.fallbackZone());
    }

    private String failed(Worker worker) {
        return client.system() + ": write back of " + worker.ref() + " failed: ";
    }
}
