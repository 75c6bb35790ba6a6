package dev.tenure.lifecycle.testkit.history;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.WorkerKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small company to which a random history happens, with one engine. */
final class HistoryWorld {

    private static final String HR = "hr";

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource source = InMemoryHrSource.builder(HR, clock).build();
    private final InMemoryTarget target = InMemoryTarget.named("okta");
    private final InMemoryStore store = new InMemoryStore();
    private final List<LifecycleListener> listeners = new ArrayList<>();
    private final LifecycleEngine engine;

    HistoryWorld(LifecyclePolicy policy) {
        source.setGroups(List.of(
                new ProvisioningGroup("PG-0", "Engineering"),
                new ProvisioningGroup("PG-1", "Sales"),
                new ProvisioningGroup("PG-2", "Everyone")));
        engine = LifecycleEngine.builder()
                .source(source)
                .target(target)
                .policy(policy)
                .store(store)
                .clock(clock)
                .listener(new LifecycleListener() {
                    @Override
                    public void changed(Change change, JournalEntry entry) {
                        listeners.forEach(listener -> listener.changed(change, entry));
                    }
                })
                .build();
    }

    LifecycleEngine engine() {
        return engine;
    }

    InMemoryTarget target() {
        return target;
    }

    /** Lets an event happen; imports among them are run. */
    void happen(Event event) {
        switch (event.kind()) {
            case HIRE -> hire(event);
            case RETITLE -> change(event, record -> record.with("businessTitle", "Title " + event.variant()));
            case RENAME -> change(event, record -> named(record, "name" + event.who() + "v" + event.variant()));
            case TERMINATE -> change(event, record -> ending(record, Optional.of(today().plusDays(event.days()))));
            case RESCIND -> change(event, record -> ending(record, Optional.empty()));
            case MOVE_START -> change(event, record -> starting(record, today().plusDays(event.days())));
            case JOIN_GROUP -> change(event, record -> grouped(record, "PG-" + event.variant(), true));
            case LEAVE_GROUP -> change(event, record -> grouped(record, "PG-" + event.variant(), false));
            case CONVERT -> convert(event);
            case SWAP_EMAILS -> swapEmails(event);
            case REVIVED_BY_HAND -> setStatus(event, AccountStatus.DEACTIVATED, AccountStatus.ACTIVE);
            case SUSPENDED_BY_HAND -> setStatus(event, AccountStatus.ACTIVE, AccountStatus.SUSPENDED);
            case FAIL_ONCE -> fail(event);
            case PASS_TIME -> clock.advance(Duration.ofHours(7L * (1 + event.variant())));
            case FULL -> engine.run(ImportKind.FULL);
            case INCREMENTAL -> engine.run(ImportKind.INCREMENTAL);
            case REAL_TIME -> engine.realTime(List.of(new WorkerRef(HR, id(event))));
            case ADVANCE -> engine.advance();
        }
    }

    void listen(LifecycleListener listener) {
        listeners.add(listener);
    }

    ImportRun run(ImportKind kind) {
        return engine.run(kind);
    }

    boolean somebodyIsBackedOff() {
        return engine.failures().stream()
                .flatMap(item -> item.failure().retryAt().stream())
                .anyMatch(at -> at.isAfter(clock.instant()));
    }

    void endFaults() {
        target.clearFaults();
    }

    /** What a person would see at the target. */
    Map<String, String> picture() {
        Map<String, String> picture = new TreeMap<>();
        for (Account account : target.all()) {
            picture.put(account.login(), account.status() + " " + new TreeMap<>(texts(account.attributes())));
        }
        target.membersByGroup()
                .forEach((group, members) -> picture.put("group " + group, new TreeSet<>(members).toString()));
        return picture;
    }

    List<WorkerState> states() {
        return store.find(new WorkerStateQuery.All(), Optional.empty(), 1000);
    }

    private static Map<String, String> texts(Attributes attributes) {
        Map<String, String> texts = new TreeMap<>();
        attributes.asMap().forEach((name, value) -> texts.put(name, value.asText()));
        return texts;
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * HR marks a worker active as soon as the hire date has come anywhere: where it does so later, a worker far in the east
     * counts as inactive on the first morning (rules B6, C8).
     */
    private LocalDate dayAtTheDateLine() {
        return clock.instant().atOffset(ZoneOffset.ofHours(14)).toLocalDate();
    }

    private boolean hasBegun(Employment facts) {
        return facts.hireDate().filter(day -> !day.isAfter(dayAtTheDateLine())).isPresent();
    }

    private static String id(Event event) {
        return "W" + event.who();
    }

    private void hire(Event event) {
        if (source.worker(id(event)).isPresent()) {
            return;
        }
        LocalDate start = today().plusDays(event.days());
        Employment employment = Employment.builder()
                .active(!start.isAfter(dayAtTheDateLine()))
                .hireDate(start)
                .firstDayOfWork(start)
                .universalId("U" + event.who())
                .locationTimeZone(event.variant() == 0 ? "Australia/Sydney" : "UTC")
                .build();
        source.put(named(
                HrRecord.of(
                        id(event),
                        employment,
                        Attributes.builder().put("employeeID", id(event)).build()),
                "name" + event.who()));
    }

    private void change(Event event, java.util.function.UnaryOperator<HrRecord> how) {
        source.worker(id(event)).ifPresent(record -> source.put(how.apply(record)));
    }

    private static HrRecord named(HrRecord record, String name) {
        return record.with("firstName", name.toUpperCase(Locale.ROOT))
                .with("lastName", "Person" + record.id())
                .with("userName", name + "@acme.test")
                .with("email", name + "@acme.test");
    }

    private HrRecord ending(HrRecord record, Optional<LocalDate> end) {
        Employment facts = record.employment();
        boolean over = end.isPresent() && end.get().isBefore(today());
        boolean begun = hasBegun(facts);
        return record.withEmployment(Employment.builder()
                .from(facts)
                .terminationDate(end)
                .active(begun && !over)
                .build());
    }

    private HrRecord starting(HrRecord record, LocalDate start) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .hireDate(start)
                .firstDayOfWork(start)
                .active(!start.isAfter(dayAtTheDateLine()))
                .build());
    }

    private static HrRecord grouped(HrRecord record, String group, boolean in) {
        List<String> groups = new ArrayList<>(record.groups());
        groups.remove(group);
        if (in) {
            groups.add(group);
        }
        return record.withGroups(groups);
    }

    /** The worker ends today and goes on as another record of the same person. */
    private void convert(Event event) {
        String next = "C" + event.who();
        Optional<HrRecord> record = source.worker(id(event));
        if (record.isEmpty() || source.worker(next).isPresent()) {
            return;
        }
        LocalDate start = today().plusDays(Math.max(1, event.days()));
        source.put(ending(record.get(), Optional.of(start.minusDays(1 + event.variant()))));
        Employment employment = Employment.builder()
                .from(record.get().employment())
                .kind(WorkerKind.CONTINGENT)
                .terminationDate(Optional.empty())
                .hireDate(start)
                .firstDayOfWork(start)
                .active(false)
                .build();
        source.put(HrRecord.of(next, employment, record.get().profile()).with("employeeID", next));
    }

    private void swapEmails(Event event) {
        Optional<HrRecord> one = source.worker(id(event));
        Optional<HrRecord> other = source.worker("W" + (event.who() + 1) % 4);
        if (one.isPresent()
                && other.isPresent()
                && !one.get().id().equals(other.get().id())) {
            String first = one.get().profile().text("email").orElse("");
            String second = other.get().profile().text("email").orElse("");
            source.put(one.get().with("email", second), other.get().with("email", first));
        }
    }

    private void setStatus(Event event, AccountStatus from, AccountStatus to) {
        target.account("name" + event.who() + "@acme.test")
                .filter(account -> account.status() == from)
                .ifPresent(account -> target.setStatus(account.login(), to));
    }

    private void fail(Event event) {
        ChangeKind kind = List.of(ChangeKind.CREATE, ChangeKind.UPDATE, ChangeKind.DEACTIVATE)
                .get(event.variant());
        target.inject(Fault.of(kind, Fault.Effect.UNAVAILABLE).times(1));
    }

    void refreshActiveFlags() {
        for (String prefix : List.of("W", "C")) {
            for (int who = 0; who < 4; who++) {
                source.worker(prefix + who).ifPresent(this::refreshActiveFlag);
            }
        }
    }

    /** HR marks a worker active on the first day and inactive after the last. */
    private void refreshActiveFlag(HrRecord record) {
        Employment facts = record.employment();
        boolean begun = hasBegun(facts);
        boolean over =
                facts.terminationDate().filter(day -> day.isBefore(today())).isPresent();
        boolean active = begun && !over;
        if (active != facts.active()) {
            source.put(record.withEmployment(
                    Employment.builder().from(facts).active(active).build()));
        }
    }
}
