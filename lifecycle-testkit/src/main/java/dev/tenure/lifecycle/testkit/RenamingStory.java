package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LifecycleEngineBuilder;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everybody who was just hired gets another name, and so another login and e-mail address, before anybody can look whether
 * the account was made: some leave as well, one is gone from HR, one comes back as another record. Where an engine knows its
 * own accounts by what HR says, it makes them a second time; and where a store does not keep what a create was sent with
 * ({@link dev.tenure.lifecycle.store.Intent#keys()}), it cannot know them. For {@link CrashPoints}. Two targets.
 */
public final class RenamingStory implements CrashPoints.Story {

    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 8);
    private static final List<String> HIRED = List.of("ada", "bea", "carl", "dora", "emil");
    private static final int MANY = 1000;

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource hr =
            InMemoryHrSource.builder("hr", clock).pageSize(3).build();
    private final InMemoryTarget okta =
            InMemoryTarget.builder("okta").pageSize(2).build();
    private final InMemoryTarget directory =
            InMemoryTarget.builder("directory").withoutGroups().build();
    private final LifecycleStore store;
    private final ImportKind kind;

    /**
     * Begins the story.
     *
     * @param store an empty store
     * @param kind how the workers are imported: in full, incrementally, or as a notification names them
     */
    public RenamingStory(LifecycleStore store, ImportKind kind) {
        this.store = store;
        this.kind = kind;
    }

    @Override
    public CrashPoints.Systems systems() {
        return new CrashPoints.Systems(List.of(hr), List.of(okta, directory), store);
    }

    @Override
    public LifecycleEngine engine(CrashPoints.Systems systems) {
        LifecycleEngineBuilder builder = LifecycleEngine.builder()
                .source(systems.sources().get(0))
                .policy(LifecyclePolicy.recommended()
                        .with(policy -> policy.confirmExact(false)
                                .absentWorkers(AbsentWorkers.DEACTIVATE)
                                .addWriteBack(WriteBackField.EMAIL)
                                .writeBackOnCreate(true)))
                .store(systems.store())
                .clock(clock);
        systems.targets().forEach(builder::target);
        return builder.build();
    }

    @Override
    public List<CrashPoints.Step> steps() {
        return List.of(
                new CrashPoints.Step("people are hired", this::hire, this::read),
                new CrashPoints.Step("they have other names", () -> rename("2"), this::read),
                new CrashPoints.Step("and others again", () -> rename("3"), this::read),
                new CrashPoints.Step("all is looked at", () -> {}, engine -> engine.run(ImportKind.FULL)),
                new CrashPoints.Step("what is due is done", this::passTime, LifecycleEngine::advance),
                new CrashPoints.Step("all is looked at again", () -> {}, engine -> engine.run(ImportKind.FULL)));
    }

    private ImportRun read(LifecycleEngine engine) {
        if (kind != ImportKind.REAL_TIME) {
            return engine.run(kind);
        }
        Set<WorkerRef> named = new TreeSet<>();
        HIRED.stream().filter(id -> hr.worker(id).isPresent()).forEach(id -> named.add(new WorkerRef("hr", id)));
        hr.worker("emil-2").ifPresent(next -> named.add(new WorkerRef("hr", next.id())));
        return engine.realTime(named);
    }

    /** HR does not wait for who is dead. */
    @Override
    public void meanwhile() {
        if (hr.worker("emil-2").isPresent()) {
            rename("3");
        } else if (hr.worker("ada").isPresent()) {
            rename("2");
        }
    }

    private void hire() {
        hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering")));
        HIRED.forEach(id -> hr.put(person(id, id, LONG_AGO)));
    }

    private void rename(String suffix) {
        hr.put(person("ada", "ada" + suffix, LONG_AGO));
        hr.put(ended(person("bea", "bea" + suffix, LONG_AGO)));
        hr.put(person("carl", "carl" + suffix, LONG_AGO).with("city", "Oslo"));
        hr.remove("dora");
        hr.put(ended(person("emil", "emil", LONG_AGO)));
        hr.put(person("emil-2", "emil" + suffix, LocalDate.of(2026, 3, 2)));
    }

    private void passTime() {
        clock.set(Instant.parse("2026-03-04T09:00:00Z"));
    }

    private static HrRecord person(String id, String name, LocalDate start) {
        Attributes profile = Attributes.builder()
                .put("userName", name + "@acme.test")
                .put("email", name + "@acme.test")
                .put("employeeID", whoIs(id))
                .put("firstName", name)
                .put("lastName", "Person")
                .build();
        Employment employment = Employment.builder()
                .hireDate(start)
                .firstDayOfWork(start)
                .universalId("U-" + whoIs(id))
                .build();
        return HrRecord.of(id, employment, profile).withGroups(List.of("PG-1"));
    }

    private static String whoIs(String id) {
        return id.substring(0, id.length() - (id.endsWith("-2") ? 2 : 0));
    }

    private static HrRecord ended(HrRecord record) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .terminationDate(LocalDate.of(2026, 3, 1))
                .active(false)
                .build());
    }

    /**
     * The open accounts, how many anybody has, and whose they are. Who has left may have a closed one or, where the process died
     * before it was made, none. Then what one more full import would do: nothing, if all is well.
     */
    @Override
    public Object endState() {
        StringJoiner end = new StringJoiner("\n");
        for (InMemoryTarget target : List.of(okta, directory)) {
            Set<String> owners = new TreeSet<>();
            for (Account account : target.all()) {
                String owner = account.attributes().text("employeeNumber").orElse("nobody");
                if (!owners.add(owner)) {
                    end.add(target.name() + ": a second account of " + owner);
                }
                if (account.status() != AccountStatus.DEACTIVATED) {
                    end.add(target.name() + ": " + account.login() + " " + texts(account) + " of "
                            + store.owners(List.of(account.ref())).get(account.ref()));
                }
            }
        }
        end.add("groups: " + members());
        for (WorkerState state : store.find(new WorkerStateQuery.All(), Optional.empty(), MANY)) {
            state.accounts()
                    .forEach((target, account) ->
                            open(account).ifPresent(what -> end.add(state.ref() + " at " + target + ": " + what)));
        }
        okta.forgetCalls();
        directory.forgetCalls();
        hr.forgetCalls();
        ImportRun run = engine(systems()).run(ImportKind.FULL);
        return end + "\none more import: " + run.failure() + okta.calls() + directory.calls() + hr.calls();
    }

    private static List<String> texts(Account account) {
        return Stream.of("email", "firstName", "city")
                .map(name -> account.attributes().text(name).orElse(""))
                .toList();
    }

    private String members() {
        Set<String> open = new TreeSet<>();
        okta.membersByGroup()
                .forEach((group, logins) -> logins.stream()
                        .filter(login -> okta.account(login)
                                .filter(account -> account.status() != AccountStatus.DEACTIVATED)
                                .isPresent())
                        .forEach(login -> open.add(group + " " + login)));
        return open.toString();
    }

    private static Optional<String> open(AccountState account) {
        return account.pending()
                .map(pending -> "pending " + pending.why())
                .or(() -> account.hold().map(hold -> "held " + hold.kind()))
                .or(() -> account.failures().stream().findFirst().map(failure -> "failed " + failure.kind()))
                .or(() -> account.intent()
                        .filter(intent -> intent.change() != ChangeKind.UPDATE || !isClosed(account))
                        .map(intent -> "intent " + intent.change()));
    }

    /** What is in doubt of the memberships of a leaver stays so until the return. */
    private static boolean isClosed(AccountState account) {
        return account.link()
                .filter(link -> link.status() == AccountStatus.DEACTIVATED)
                .isPresent();
    }
}
