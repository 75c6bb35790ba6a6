package dev.tenure.simulators.successfactors;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the personnel department enters, as the records that it makes in the tenant. */
final class Personnel {

    private static final String TERMINATED = "4602";

    private final Tenant tenant;
    private int ids;

    Personnel(Tenant tenant) {
        this.tenant = tenant;
    }

    void employ(
            String person, String user, LocalDate start, PersonEdit edit, String assignmentClass, boolean contingent) {
        if (tenant.first("EmpEmployment", "userId", user).isPresent()) {
            throw new IllegalArgumentException("There is an employment " + user);
        }
        if (tenant.first("PerPerson", "personIdExternal", person).isEmpty()) {
            addPerson(person);
        }
        tenant.add(
                "EmpEmployment",
                Map.of(
                        "personIdExternal", person,
                        "userId", user,
                        "startDate", start,
                        "originalStartDate", start,
                        "assignmentClass", assignmentClass,
                        "isContingentWorker", contingent,
                        "employmentId", 500L + ++ids));
        apply(person, user, edit, start);
        Map<String, Object> job = new HashMap<>(Map.of(
                "emplStatus",
                Objects.requireNonNull(SuccessFactorsSimulator.STATUSES.get("A")),
                "event",
                "H",
                "eventReason",
                "HIRNEW"));
        job.putAll(edit.job());
        tenant.addJob(user, start, job);
    }

    void addPerson(String person) {
        ids++;
        tenant.add(
                "PerPerson",
                Map.of(
                        "personIdExternal", person,
                        "personId", 10_000L + ids,
                        "perPersonUuid", String.format(Locale.ROOT, "%032X", 0xabc000L + ids),
                        "createdDateTime", tenant.now(),
                        "lastModifiedOn", tenant.today(),
                        "dateOfBirth", LocalDate.of(1970, 1, 1)));
    }

    private void apply(String person, String user, PersonEdit edit, LocalDate from) {
        if (!edit.names().isEmpty()) {
            Optional<Map<String, @Nullable Object>> there = tenant.first("PerPersonal", "personIdExternal", person);
            Map<String, @Nullable Object> row = there.orElseGet(() -> tenant.add(
                    "PerPersonal", Map.of("personIdExternal", person, "startDate", from, "endDate", Tenant.OPEN)));
            row.putAll(edit.names());
            tenant.touch(row);
        }
        String userName = edit.userName();
        if (userName != null) {
            Map<String, @Nullable Object> row = tenant.first("User", "userId", user)
                    .orElseGet(() -> tenant.add("User", Map.of("userId", user, "status", "t")));
            row.put("username", userName);
            tenant.touch(row);
        }
        edit.emails().forEach(email -> put("PerEmail", "emailType", person, email));
        edit.phones().forEach(phone -> put("PerPhone", "phoneType", person, phone));
        edit.withoutPhone()
                .forEach(type -> tenant.all("PerPhone")
                        .removeIf(row ->
                                person.equals(row.get("personIdExternal")) && type.equals(row.get("phoneType"))));
        tenant.first("PerPerson", "personIdExternal", person).ifPresent(tenant::touch);
    }

    private void put(String entity, String type, String person, Map<String, Object> values) {
        Map<String, @Nullable Object> row = tenant.where(entity, "personIdExternal", person).stream()
                .filter(one -> Objects.equals(one.get(type), values.get(type)))
                .findFirst()
                .orElseGet(() -> tenant.add(entity, Map.of("personIdExternal", person)));
        row.putAll(values);
        tenant.touch(row);
    }

    void change(String person, String user, LocalDate from, PersonEdit edit) {
        apply(person, user, edit, from);
        if (!edit.job().isEmpty()) {
            tenant.addJob(user, from, edit.job());
        }
    }

    void status(String user, LocalDate from, String status) {
        tenant.addJob(user, from, Map.of("emplStatus", SuccessFactorsSimulator.STATUSES.getOrDefault(status, status)));
    }

    void terminate(String user, LocalDate lastDay, String reason) {
        tenant.removeJobs(
                user,
                row -> TERMINATED.equals(row.get("emplStatus"))
                        && row.get("endDate") instanceof LocalDate end
                        && end.equals(Tenant.OPEN));
        tenant.addJob(
                user, lastDay.plusDays(1), Map.of("emplStatus", TERMINATED, "event", "26", "eventReason", reason));
        Map<String, @Nullable Object> employment = tenant.employment(user);
        employment.put("endDate", lastDay);
        employment.put("lastDateWorked", lastDay);
        tenant.touch(employment);
    }

    void withdrawTermination(String user) {
        tenant.removeJobs(user, row -> TERMINATED.equals(row.get("emplStatus")));
        Map<String, @Nullable Object> employment = tenant.employment(user);
        employment.put("endDate", null);
        employment.put("lastDateWorked", null);
        tenant.touch(employment);
    }

    void rehire(String user, LocalDate start) {
        tenant.addJob(
                user,
                start,
                Map.of(
                        "emplStatus",
                        Objects.requireNonNull(SuccessFactorsSimulator.STATUSES.get("A")),
                        "event",
                        "R",
                        "eventReason",
                        "REHIRE"));
        Map<String, @Nullable Object> employment = tenant.employment(user);
        employment.put("endDate", null);
        tenant.touch(employment);
    }
}
