package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LifecycleEngineBuilder;
import dev.tenure.lifecycle.engine.Placement;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.GroupIdentity;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.WorkerKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Some days of a small company in which everything happens that the engine does: people are hired, matched, changed,
 * converted, swap their addresses, leave by date, at once and by being gone from HR, and come back; groups are made,
 * renamed and deleted, and decide where an account is; contact data goes back to HR; a person confirms a match, and the
 * safeguard holds what is too much. Two targets, and two sources that both know some people. For {@link CrashPoints}, and
 * for whoever wants a run in which nothing is missing.
 */
public final class RichStory implements CrashPoints.Story {

    private static final String HR = "hr";
    private static final String PERSON = "personNumber";
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 8);
    private static final Placement PLACEMENT = Placement.byTarget()
            .withGroup("Sales", "OU=Sales")
            .withGroup("Support", "OU=Support")
            .withExpression("source.businessTitle == \"Again\" ? \"OU=Back\" : \"OU=Staff\"");
    private static final AttributeMapping MAPPING = AttributeMapping.builder()
            .addAll(DefaultMappings.hrToOkta())
            .row("division", "agency.division")
            .build();

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource hr =
            InMemoryHrSource.builder(HR, clock).pageSize(3).build();
    private final InMemoryHrSource agency =
            InMemoryHrSource.builder("agency", clock).pageSize(3).build();
    private final InMemoryTarget okta =
            InMemoryTarget.builder("okta").pageSize(3).build();
    private final InMemoryTarget directory = InMemoryTarget.builder("directory")
            .withoutGroups()
            .places("OU=Sales", "OU=Support", "OU=Staff", "OU=Back")
            .build();
    private final LifecycleStore store;

    /**
     * Begins the story.
     *
     * @param store an empty store
     */
    public RichStory(LifecycleStore store) {
        this.store = store;
    }

    @Override
    public CrashPoints.Systems systems() {
        return new CrashPoints.Systems(List.of(hr, agency), List.of(okta, directory), store);
    }

    @Override
    public LifecycleEngine engine(CrashPoints.Systems systems) {
        LifecycleEngineBuilder builder = LifecycleEngine.builder()
                .target(systems.targets().get(0))
                .target(systems.targets().get(1), TargetUse.identityProfile().withPlacement(PLACEMENT))
                .mapping(MAPPING)
                .personKey(PERSON)
                .policy(policy())
                .store(systems.store())
                .clock(clock);
        systems.sources().forEach(builder::source);
        return builder.build();
    }

    private static LifecyclePolicy policy() {
        return LifecyclePolicy.recommended()
                .with(policy -> policy.groupIdentity(GroupIdentity.REFERENCE_ID)
                        .addWriteBack(WriteBackField.EMAIL, WriteBackField.PHONE)
                        .writeBackOnCreate(true)
                        .moveOnGroupChange(true)
                        .absentWorkers(AbsentWorkers.DEACTIVATE)
                        .safeguardPercent(30)
                        .safeguardMinimum(4));
    }

    @Override
    public List<CrashPoints.Step> steps() {
        return List.of(
                step("the first import", this::begin, ImportKind.FULL),
                step("a day of changes", this::change, ImportKind.INCREMENTAL),
                new CrashPoints.Step("a match is confirmed", () -> {}, engine -> engine.confirm(List.of(ref("carl")))),
                new CrashPoints.Step(
                        "a day ends", () -> clock.set(Instant.parse("2026-03-05T08:00:00Z")), LifecycleEngine::advance),
                new CrashPoints.Step(
                        "one leaves at once", this::dismiss, engine -> engine.realTime(List.of(ref("hugo")))),
                step("one comes back", this::comeBack, ImportKind.INCREMENTAL),
                step("two swap their addresses", this::swap, ImportKind.INCREMENTAL),
                step("many are gone", this::closeDown, ImportKind.FULL),
                new CrashPoints.Step("what is held is approved", () -> {}, LifecycleEngine::approve),
                step("all is looked at again", () -> {}, ImportKind.FULL));
    }

    private static CrashPoints.Step step(String name, Runnable before, ImportKind kind) {
        Function<LifecycleEngine, ImportRun> ask = engine -> engine.run(kind);
        return new CrashPoints.Step(name, before, ask);
    }

    private static WorkerRef ref(String id) {
        return new WorkerRef(HR, id);
    }

    private void begin() {
        hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering"), new ProvisioningGroup("PG-2", "Sales")));
        okta.addAccount(
                "bea@acme.test",
                AccountStatus.ACTIVE,
                profileOf("bea").toBuilder().put("mobilePhone", "+1 555 0100").build());
        okta.addAccount(
                "c.arl@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder()
                        .put("login", "c.arl@acme.test")
                        .put("email", "c.arl@acme.test")
                        .put("firstName", "carl")
                        .put("lastName", "Person")
                        .build());
        hr.put(
                person("ada").withGroups(List.of("PG-1", "PG-2")),
                person("bea").withGroups(List.of("PG-1")),
                person("carl"),
                person("dora").withGroups(List.of("PG-2")),
                contractor("emil"),
                contractor("fay"),
                person("gus"),
                person("hugo"),
                person("ines").withGroups(List.of("PG-1")),
                person("jan"),
                person("kim"));
        agency.put(lent("ada", "Labs"), lent("nora", "Yard"), lent("otto", "Yard"));
    }

    private void change() {
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineers"), new ProvisioningGroup("PG-3", "Support")));
        alter("ada", record -> record.with("businessTitle", "Head").withGroups(List.of("PG-3")));
        alter("bea", record -> record.without("city").with("workPhone", "+1 555 0199"));
        alter("dora", record -> ended(record, LocalDate.of(2026, 3, 2)).with("businessTitle", "Last title"));
        alter("gus", record -> leaving(record, LocalDate.of(2026, 3, 4)));
        agency.put(lent("ada", "Works"));
        agency.put(leaving(lent("otto", "Yard"), LocalDate.of(2026, 3, 4)));
        // Without a gap, and with one.
        alter("emil", record -> ended(record, LocalDate.of(2026, 3, 2)));
        hr.put(successor("emil-2", "emil", LocalDate.of(2026, 3, 3)));
        alter("fay", record -> ended(record, LocalDate.of(2026, 2, 20)));
        hr.put(successor("fay-2", "fay", LocalDate.of(2026, 3, 2)));
        hr.put(person("lea").withGroups(List.of("PG-1")));
        hr.put(HrRecord.of("max", hired(LocalDate.of(2026, 3, 5)), profileOf("max")));
    }

    private void dismiss() {
        alter("hugo", record -> ended(record, LocalDate.of(2026, 3, 4)));
    }

    private void comeBack() {
        clock.set(Instant.parse("2026-03-06T09:00:00Z"));
        alter(
                "gus",
                record -> record.withEmployment(hired(LocalDate.of(2026, 3, 6))).with("businessTitle", "Again"));
        hr.put(person("nora"));
    }

    private void swap() {
        clock.set(Instant.parse("2026-03-07T09:00:00Z"));
        alter("jan", record -> addressed(record, "kim"));
        alter("kim", record -> addressed(record, "jan"));
    }

    private void closeDown() {
        clock.set(Instant.parse("2026-03-09T09:00:00Z"));
        hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineers")));
        for (String id : List.of("ines", "jan", "kim", "lea")) {
            alter(id, record -> ended(record, LocalDate.of(2026, 3, 8)));
        }
        hr.remove("carl");
    }

    private void alter(String id, UnaryOperator<HrRecord> how) {
        hr.put(how.apply(hr.worker(id).orElseThrow()));
    }

    private static HrRecord person(String name) {
        return HrRecord.of(name, hired(LONG_AGO), profileOf(name));
    }

    /** What the agency knows of somebody whom HR may know, too. */
    private static HrRecord lent(String name, String division) {
        return HrRecord.of("A-" + name, hired(LONG_AGO), profileOf(name)).with("division", division);
    }

    private static HrRecord contractor(String name) {
        Employment employment = Employment.builder()
                .from(hired(LONG_AGO))
                .kind(WorkerKind.CONTINGENT)
                .universalId("U-" + name)
                .build();
        return HrRecord.of(name, employment, profileOf(name));
    }

    private static HrRecord successor(String id, String name, LocalDate start) {
        Employment employment =
                Employment.builder().from(hired(start)).universalId("U-" + name).build();
        return HrRecord.of(id, employment, profileOf(name)).with("businessTitle", "Employee");
    }

    private static Employment hired(LocalDate day) {
        return Employment.builder().hireDate(day).firstDayOfWork(day).build();
    }

    private static HrRecord leaving(HrRecord record, LocalDate last) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .terminationDate(last)
                .build());
    }

    private static HrRecord ended(HrRecord record, LocalDate last) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .terminationDate(last)
                .active(false)
                .build());
    }

    private static HrRecord addressed(HrRecord record, String name) {
        return record.with("email", name + "@acme.test");
    }

    private static Attributes profileOf(String name) {
        return Attributes.builder()
                .put("userName", name + "@acme.test")
                .put("login", name + "@acme.test")
                .put("email", name + "@acme.test")
                .put(PERSON, name)
                .put("firstName", name)
                .put("lastName", "Person")
                .put("businessTitle", "Title of " + name)
                .put("city", "Lagos")
                .build();
    }

    /** Targets, HR and store as they are, and what one more full import would still do: nothing, if all is well. */
    @Override
    public Object endState() {
        RichStoryEnd end = new RichStoryEnd(store, List.of(hr, agency), List.of(okta, directory));
        String before = end.describe();
        okta.forgetCalls();
        directory.forgetCalls();
        hr.forgetCalls();
        agency.forgetCalls();
        ImportRun run = engine(systems()).run(ImportKind.FULL);
        return before + "\none more import: " + run.failure() + Optional.of(okta.calls()) + directory.calls()
                + hr.calls() + agency.calls();
    }
}
