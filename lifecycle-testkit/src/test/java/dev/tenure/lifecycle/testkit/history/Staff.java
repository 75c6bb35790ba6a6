package dev.tenure.lifecycle.testkit.history;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentBuilder;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.WorkerKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What HR and a system of vendors say of a handful of people. Person 1 has the record {@code W1}, after a conversion also
 * {@code C1}, after a rehire as another worker also {@code R1}, and with the vendors {@code V1}. The last person has no
 * Universal ID, so that nothing but keys tells that two records are one.
 */
final class Staff {

    static final String HR = "hr";
    static final String VENDORS = "vendors";
    private static final List<String> RECORDS = List.of("W", "C", "R");

    private final SettableClock clock;
    private final InMemoryHrSource hr;
    private final InMemoryHrSource vendors;
    private final int people;
    private final Map<String, String> groups = new HashMap<>(Map.of(
            "PG-0", "Engineering",
            "PG-1", "Sales",
            "PG-2", "Everyone"));

    Staff(SettableClock clock, int people) {
        this.clock = clock;
        this.people = people;
        this.hr = InMemoryHrSource.builder(HR, clock).pageSize(2).build();
        this.vendors = InMemoryHrSource.builder(VENDORS, clock).build();
        tellGroups();
    }

    InMemoryHrSource hr() {
        return hr;
    }

    InMemoryHrSource vendors() {
        return vendors;
    }

    /** All records of HR. */
    List<WorkerRef> all() {
        List<WorkerRef> all = new ArrayList<>();
        for (String prefix : RECORDS) {
            for (int who = 0; who < people; who++) {
                hr.worker(prefix + who).ifPresent(record -> all.add(new WorkerRef(HR, record.id())));
            }
        }
        return all;
    }

    /** The record that the notification of an event is about: the newest. */
    String newest(Event event) {
        return RECORDS.stream()
                .map(prefix -> prefix + event.who())
                .filter(id -> hr.worker(id).isPresent())
                .reduce((first, second) -> second)
                .orElse("W" + event.who());
    }

    void happen(Event event) {
        switch (event.kind()) {
            case HIRE -> hire(event);
            case RETITLE -> change(event, record -> record.with("businessTitle", "Title " + event.variant()));
            case RENAME -> rename(event);
            case MOVE_HOUSE -> change(event, record -> moved(record, event));
            case NEW_MANAGER ->
                change(event, record -> record.with("managerId", "W" + (event.who() + 1 + event.variant()) % people));
            case JOIN_GROUP -> change(event, record -> grouped(record, "PG-" + event.variant(), true));
            case LEAVE_GROUP -> change(event, record -> grouped(record, "PG-" + event.variant(), false));
            case RENAME_GROUP -> {
                groups.computeIfPresent("PG-" + event.variant(), (id, name) -> name + "x");
                tellGroups();
            }
            case DROP_GROUP -> {
                groups.remove("PG-" + event.variant());
                tellGroups();
            }
            case END -> change(event, record -> ending(record, on(event), event.variant()));
            case END_AT_ONCE -> change(event, record -> fired(ending(record, on(event), 0)));
            case MOVE_END -> change(event, record -> movedEnd(record, event));
            case RESCIND_END -> change(event, record -> unending(record));
            case RESCIND_HIRE -> change(event, record -> starting(record, Optional.empty()));
            case MOVE_START -> change(event, record -> starting(record, Optional.of(on(event))));
            case REHIRE -> change(event, record -> rehired(record, on(event)));
            case REHIRE_AS_ANOTHER -> another(event, "R", WorkerKind.EMPLOYEE);
            case CONVERT -> convert(event);
            case SWAP_EMAILS -> turn(List.of(event.who(), next(event)), "email");
            case SWAP_LOGINS -> swapLogins(event);
            case PASS_LOGIN_ON -> passLoginOn(event);
            case VANISH -> hr.remove(newest(event));
            case VENDOR_HIRE -> hireVendor(event);
            case VENDOR_CHANGE -> changeVendor(event, record -> record.with("division", "Division " + event.variant()));
            case VENDOR_END -> changeVendor(event, record -> ending(record, on(event), 0));
            default -> throw new IllegalArgumentException(event + " is none of HR");
        }
    }

    /** HR marks a worker active on the first day and inactive after the last. */
    void noteTheDay() {
        for (InMemoryHrSource source : List.of(hr, vendors)) {
            for (String prefix : List.of("W", "C", "R", "V")) {
                for (int who = 0; who < people; who++) {
                    source.worker(prefix + who).ifPresent(record -> noteTheDay(source, record));
                }
            }
        }
    }

    private void noteTheDay(InMemoryHrSource source, HrRecord record) {
        boolean active = isActive(record.employment());
        if (active != record.employment().active()) {
            source.put(with(record, facts -> facts.active(active)));
        }
    }

    /**
     * HR marks a worker active as soon as the hire date has come anywhere: where it does so later, a worker far in the east
     * counts as inactive on the first morning (rules B6, C8).
     */
    private boolean isActive(Employment facts) {
        LocalDate dayAtTheDateLine =
                clock.instant().atOffset(ZoneOffset.ofHours(14)).toLocalDate();
        boolean begun =
                facts.hireDate().filter(day -> !day.isAfter(dayAtTheDateLine)).isPresent();
        boolean over =
                facts.terminationDate().filter(day -> day.isBefore(today())).isPresent();
        return begun && !over;
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private LocalDate on(Event event) {
        return today().plusDays(event.days());
    }

    private void tellGroups() {
        hr.setGroups(groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> new ProvisioningGroup(group.getKey(), group.getValue()))
                .toList());
    }

    private HrRecord with(HrRecord record, UnaryOperator<EmploymentBuilder> how) {
        Employment changed =
                how.apply(Employment.builder().from(record.employment())).build();
        return record.withEmployment(
                Employment.builder().from(changed).active(isActive(changed)).build());
    }

    private HrRecord made(Event event, String id, LocalDate start) {
        EmploymentBuilder facts = Employment.builder()
                .hireDate(start)
                .firstDayOfWork(start)
                .locationTimeZone(event.variant() == 0 ? "Australia/Sydney" : "UTC");
        if (event.who() < people - 1) {
            facts.universalId("U" + event.who());
        }
        HrRecord record = HrRecord.of(
                id, facts.build(), Attributes.builder().put("employeeID", id).build());
        return with(named(record, event.who(), "name" + event.who()), same -> same);
    }

    private static HrRecord named(HrRecord record, int who, String name) {
        return record.with("firstName", name.toUpperCase(Locale.ROOT))
                .with("lastName", "Person" + who)
                .with("userName", name + "@acme.test")
                .with("email", name + "@acme.test");
    }

    private void hire(Event event) {
        if (hr.worker("W" + event.who()).isEmpty()) {
            hr.put(made(event, "W" + event.who(), on(event)));
        }
    }

    private void hireVendor(Event event) {
        if (vendors.worker("V" + event.who()).isEmpty() && event.who() < people - 1) {
            vendors.put(made(event, "V" + event.who(), on(event)).with("division", "Division 0"));
        }
    }

    private void change(Event event, UnaryOperator<HrRecord> how) {
        hr.worker(newest(event)).ifPresent(record -> hr.put(how.apply(record)));
    }

    private void changeVendor(Event event, UnaryOperator<HrRecord> how) {
        vendors.worker("V" + event.who()).ifPresent(record -> vendors.put(how.apply(record)));
    }

    /** All records of a person have the new name, and the login follows it. */
    private void rename(Event event) {
        String name = "name" + event.who() + "v" + event.variant();
        if (IntStream.range(0, people).anyMatch(who -> who != event.who() && hasIn(who, name))) {
            return;
        }
        changeAll(event.who(), record -> named(record, event.who(), name));
    }

    private static HrRecord moved(HrRecord record, Event event) {
        return event.variant() == 0 ? record.without("city") : record.with("city", "City " + event.variant());
    }

    private static HrRecord grouped(HrRecord record, String group, boolean in) {
        List<String> groups = new ArrayList<>(record.groups());
        groups.remove(group);
        if (in) {
            groups.add(group);
        }
        return record.withGroups(groups);
    }

    private HrRecord ending(HrRecord record, LocalDate end, int variant) {
        Optional<LocalDate> lastDay = variant == 1 ? Optional.of(end.minusDays(1)) : Optional.empty();
        return with(record, facts -> facts.terminationDate(end).lastDayOfWork(lastDay));
    }

    private HrRecord fired(HrRecord record) {
        return with(record, facts -> facts.primaryReason("Fired"));
    }

    /** A correction, also of an end that was acted on long ago. */
    private HrRecord movedEnd(HrRecord record, Event event) {
        return record.employment().terminationDate().isPresent() ? ending(record, on(event), 0) : record;
    }

    private HrRecord unending(HrRecord record) {
        return with(
                record,
                facts -> facts.terminationDate(Optional.empty())
                        .lastDayOfWork(Optional.empty())
                        .primaryReason(Optional.empty()));
    }

    private HrRecord starting(HrRecord record, Optional<LocalDate> start) {
        return with(record, facts -> facts.hireDate(start).firstDayOfWork(start));
    }

    private HrRecord rehired(HrRecord record, LocalDate start) {
        boolean over = record.employment()
                .terminationDate()
                .filter(end -> end.isBefore(start))
                .isPresent();
        return over ? starting(unending(record), Optional.of(start)) : record;
    }

    private void convert(Event event) {
        String id = newest(event);
        LocalDate start = today().plusDays(Math.max(1, event.days()));
        if (hr.worker(id).isPresent() && hr.worker("C" + event.who()).isEmpty()) {
            hr.put(ending(hr.worker(id).orElseThrow(), start.minusDays(1 + event.variant()), 0));
            another(event, "C", WorkerKind.CONTINGENT, start);
        }
    }

    private void another(Event event, String prefix, WorkerKind kind) {
        Optional<LocalDate> end =
                hr.worker(newest(event)).flatMap(record -> record.employment().terminationDate());
        if (end.isPresent() && hr.worker(prefix + event.who()).isEmpty()) {
            LocalDate start =
                    end.get().isBefore(on(event)) ? on(event) : end.get().plusDays(1);
            another(event, prefix, kind, start);
        }
    }

    private void another(Event event, String prefix, WorkerKind kind, LocalDate start) {
        HrRecord old = hr.worker(newest(event)).orElseThrow();
        String id = prefix + event.who();
        HrRecord record = HrRecord.of(id, old.employment(), old.profile()).with("employeeID", id);
        hr.put(starting(with(unending(record), facts -> facts.kind(kind)), Optional.of(start)));
    }

    /** Two workers who are at work swap their logins, or logins and addresses, or three pass both round, at one moment. */
    private void swapLogins(Event event) {
        switch (event.variant()) {
            case 0 -> turn(List.of(event.who(), next(event)), "userName");
            case 1 -> turn(List.of(event.who(), next(event)), "userName", "email");
            default -> turn(List.of(event.who(), next(event), (event.who() + 2) % people), "userName", "email");
        }
    }

    private int next(Event event) {
        return (event.who() + 1) % people;
    }

    private void turn(List<Integer> round, String... attributes) {
        List<Optional<HrRecord>> records =
                round.stream().map(who -> newest(who).filter(Staff::isAtWork)).toList();
        if (records.stream().allMatch(Optional::isPresent)) {
            for (int i = 0; i < round.size(); i++) {
                HrRecord from = records.get((i + 1) % round.size()).orElseThrow();
                for (String attribute : attributes) {
                    String value = from.profile().text(attribute).orElse("");
                    changeAll(round.get(i), record -> record.with(attribute, value));
                }
            }
        }
    }

    /** Who is at work gets another name, and whoever comes in has the login and the address from the first day. */
    private void passLoginOn(Event event) {
        Optional<HrRecord> holder = newest(event.who()).filter(Staff::isAtWork);
        if (holder.isPresent() && hr.worker("W" + next(event)).isEmpty()) {
            rename(event);
            Event hire = new Event(Event.Kind.HIRE, next(event), event.days(), event.variant());
            hire(hire);
            if (!newest(event.who()).equals(holder)) {
                for (String attribute : List.of("userName", "email")) {
                    String value = holder.get().profile().text(attribute).orElse("");
                    changeAll(next(event), record -> record.with(attribute, value));
                }
            }
        }
    }

    private Optional<HrRecord> newest(int who) {
        return hr.worker(newest(new Event(Event.Kind.HIRE, who, 0, 0)));
    }

    private void changeAll(int who, UnaryOperator<HrRecord> how) {
        RECORDS.forEach(prefix -> hr.worker(prefix + who).ifPresent(record -> hr.put(how.apply(record))));
        vendors.worker("V" + who).ifPresent(record -> vendors.put(how.apply(record)));
    }

    /** Whether any record of a person has this name in a login or an address. */
    private boolean hasIn(int who, String name) {
        return RECORDS.stream()
                .flatMap(prefix -> hr.worker(prefix + who).stream())
                .anyMatch(record -> List.of("userName", "email").stream()
                        .anyMatch(attribute -> record.profile()
                                .text(attribute)
                                .filter((name + "@acme.test")::equals)
                                .isPresent()));
    }

    private static boolean isAtWork(HrRecord record) {
        return record.employment().active()
                && record.employment().terminationDate().isEmpty();
    }
}
