package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process is killed after a create was sent and before its answer was stored, and HR changes the login, the e-mail address
 * and more before anybody looks (rule S4). Whatever the next run is: the account is the worker's, and there is no second one.
 */
class LostCreateTest {

    private static final LifecyclePolicy POLICY = LifecyclePolicy.recommended();

    private final Kills kills = new Kills();
    private final Company company = kills.company();

    /** What the next run is. */
    enum NextRun {
        FULL,
        INCREMENTAL,
        PLAN_OF_A_FULL_ONE,
        PLAN_OF_AN_INCREMENTAL_ONE,
        REAL_TIME,
        RETRY,
        CONFIRM,
        REJECT;

        ImportRun ask(LifecycleEngine engine) {
            List<WorkerRef> ada = List.of(Company.ref("1"));
            return switch (this) {
                case FULL -> engine.run(ImportKind.FULL);
                case INCREMENTAL -> engine.run(ImportKind.INCREMENTAL);
                case PLAN_OF_A_FULL_ONE -> engine.apply(engine.plan(ImportKind.FULL));
                case PLAN_OF_AN_INCREMENTAL_ONE -> engine.apply(engine.plan(ImportKind.INCREMENTAL));
                case REAL_TIME -> engine.realTime(ada);
                case RETRY -> engine.retry(ada);
                case CONFIRM -> engine.confirm(ada);
                case REJECT -> engine.reject(ada);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void s4_whateverTheNextRunIs_theAccountIsFoundByWhatWasSent(NextRun next) {
        LifecycleEngine engine = company.engine(POLICY.with(policy -> policy.confirmExact(false)));
        kills.renamedAfterTheCreate(engine);

        assertThat(next.ask(engine).succeeded()).isTrue();
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        assertThat(kills.logins()).containsExactly("adele@acme.test");
        assertThat(engine.pending()).isEmpty();
        assertThat(kills.account().link().map(Link::status)).contains(AccountStatus.ACTIVE);
        assertThat(kills.account().intent()).isEmpty();
        assertThat(journal(ChangeKind.CREATE))
                .extracting(JournalEntry::outcome, JournalEntry::rule, JournalEntry::account)
                .containsExactly(tuple(
                        OutcomeKind.ALREADY_SO, "S4", kills.account().link().map(Link::account)));

        assertThat(engine.run(ImportKind.FULL).applied()).isEmpty();
        assertThat(company.calls()).as("what one more import does").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "INCREMENTAL"})
    void s5_aPlan_showsAnUpdateAndNoCreate(ImportKind kind) {
        LifecycleEngine engine = company.engine(POLICY);
        kills.renamedAfterTheCreate(engine);

        Plan plan = engine.plan(kind);
        assertThat(plan.changes()).extracting(Change::kind).containsExactly(ChangeKind.UPDATE);
        assertThat(kills.account().intent()).as("a plan changes nothing").isPresent();
        assertThat(company.calls()).isEmpty();
    }

    @Test
    void s4_whatWasNotMade_isMadeWithWhatHrSaysNow() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.adaBeforeTheCreate(engine);
        assertThat(kills.account().intent()).isPresent();
        company.hr.put(Company.employee("1", "Adele"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("CREATE adele@acme.test");
        assertThat(kills.account().intent()).isEmpty();
        assertThat(journal(ChangeKind.CREATE)).extracting(JournalEntry::outcome).containsExactly(OutcomeKind.APPLIED);
    }

    @Test
    void s4_killedAgainAndAgain_withAnotherNameEachTime_makesOneAccount() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.adaBeforeTheCreate(engine);
        company.hr.put(Company.employee("1", "Bea"));
        kills.atTheCreate(engine);
        company.hr.put(Company.employee("1", "Cleo"));
        company.okta.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.CRASH).times(1));
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        company.hr.put(Company.employee("1", "Dana"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactly("dana@acme.test");
        assertThat(kills.account().intent()).isEmpty();
    }

    @Test
    void s4_aTargetThatIsOutOfReachAfterTheCreate_isAskedOnceItIsBack() {
        LifecycleEngine engine = company.builder(POLICY).target(cutOff()).build();
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        assertThat(engine.failures()).hasSize(1);
        company.hr.put(Company.employee("1", "Adele"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.account().intent()).as("nobody could look yet").isPresent();
        company.okta.setReachable(true);
        company.hr.put(Company.employee("1", "Alva"));

        engine.run(ImportKind.FULL);
        assertThat(kills.logins()).containsExactly("alva@acme.test");
        assertThat(engine.failures()).isEmpty();
    }

    /** Goes out of reach with the first create, before it answers. */
    private IdentityTarget cutOff() {
        AtomicInteger creates = new AtomicInteger();
        return Kills.watched(company.okta, method -> {}, method -> {
            if (method.equals("create") && creates.getAndIncrement() == 0) {
                company.okta.setReachable(false);
                throw new RetryLater("okta", null, "okta did not answer; try again later");
            }
        });
    }

    @Test
    void s4_eachOfSeveralTargets_isAskedForItsOwn() {
        InMemoryTarget directory = InMemoryTarget.named("directory");
        LifecycleEngine engine =
                company.builder(POLICY).target(company.okta).target(directory).build();
        company.hr.put(Company.employee("1", "Ada"));
        directory.inject(
                Fault.of(ChangeKind.CREATE, Fault.Effect.CRASH).afterTheAct().times(1));
        assertThatThrownBy(() -> engine.run(ImportKind.FULL)).isInstanceOf(SimulatedCrash.class);
        company.hr.put(Company.employee("1", "Adele"));
        directory.forgetCalls();

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactly("adele@acme.test");
        assertThat(Kills.logins(directory)).containsExactly("adele@acme.test");
        assertThat(directory.calls()).extracting(call -> call.op()).containsExactly(ChangeKind.UPDATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "INCREMENTAL", "REAL_TIME", "PLAN_OF_A_FULL_ONE"})
    void s4_whoHasEndedMeanwhile_leavesNoOpenAccount(NextRun next) {
        LifecycleEngine engine = company.engine(POLICY);
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.ended(Company.employee("1", "Adele"), "2026-02-27"));

        assertThat(next.ask(engine).succeeded()).isTrue();
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        assertThat(kills.account().intent()).isEmpty();
    }

    @Test
    void s4_whoIsGoneMeanwhile_isAbsentLikeAnybodyElse() {
        LifecycleEngine engine = company.engine(POLICY.with(policy -> policy.absentWorkers(AbsentWorkers.DEACTIVATE)));
        kills.adaAtTheCreate(engine);
        company.hr.remove("1");

        ImportRun run = engine.run(ImportKind.FULL);
        assertThat(run.absent()).containsExactly(Company.ref("1"));
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
    }

    @Test
    void s4_whoIsNoLongerWantedAtTheTarget_leavesNoOpenAccount() {
        LifecycleEngine engine =
                company.engine(POLICY, TargetUse.identityProfile().withScope("user.city != \"Oslo\""));
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.employee("1", "Adele").with("city", "Oslo"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
    }

    @Test
    void s4_whoCannotBeMappedMeanwhile_isLinkedAllTheSame() {
        LifecycleEngine engine = company.builder(POLICY)
                .mapping(AttributeMapping.builder()
                        .addAll(DefaultMappings.hrToOkta())
                        .row("city", "substringBefore(source.city, source.userName)")
                        .build())
                .target(company.okta)
                .build();
        kills.renamedAfterTheCreate(engine);
        engine.run(ImportKind.FULL);
        assertThat(kills.account().link()).isPresent();
        assertThat(company.okta.all()).hasSize(1);
    }

    @Test
    void d2_theNextRecordOfThePerson_takesTheAccountOver() {
        LifecycleEngine engine = company.engine(POLICY);
        company.hr.put(of(Company.employee("1", "Ada"), "U-1"));
        kills.atTheCreate(engine);
        company.hr.put(
                Company.ended(of(Company.employee("1", "Ada"), "U-1"), "2026-03-01"),
                of(Company.employee("2", "Adele"), "U-1")
                        .withEmployment(Employment.builder()
                                .hireDate(LocalDate.parse("2026-03-02"))
                                .firstDayOfWork(LocalDate.parse("2026-03-02"))
                                .universalId("U-1")
                                .build()));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all())
                .extracting(Account::login, Account::status)
                .containsExactly(tuple("adele@acme.test", AccountStatus.ACTIVE));
        assertThat(kills.state("2").at("okta").link()).isPresent();
        assertThat(kills.account().link()).isEmpty();
    }

    @Test
    void g2_groups_followAsIfNothingHadHappened_alsoWhereAccountsAreMadeOnce() {
        company.hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering")));
        LifecycleEngine engine = company.engine(POLICY.with(policy -> policy.sourcing(Sourcing.IMPORT_ONLY)));
        company.hr.put(Company.employee("1", "Ada").withGroups(List.of("PG-1")));
        kills.atTheCreate(engine);
        company.hr.put(Company.employee("1", "Adele").withGroups(List.of("PG-1")));
        company.okta.inject(Fault.of(ChangeKind.MEMBER_ADD, Fault.Effect.CRASH).times(1));
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.membersByGroup().get("Engineering")).containsExactly("ada@acme.test");
        assertThat(kills.logins()).as("made once and left alone").containsExactly("ada@acme.test");
    }

    @Test
    void f2_hrIsNotToldWhatItHasJustChanged() {
        LifecycleEngine engine = company.engine(POLICY.with(
                policy -> policy.writeBack(List.of(WriteBackField.EMAIL)).writeBackOnCreate(true)));
        kills.renamedAfterTheCreate(engine);

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.hr.calls()).isEmpty();
        assertThat(company.hr.worker("1").orElseThrow().profile().text("email")).contains("adele@acme.test");
        assertThat(kills.account().intent()).isEmpty();
    }

    @Test
    void s4_whoIsGoneAfterAFailure_leavesNoOpenAccount() {
        LifecycleEngine engine = company.builder(POLICY.with(policy -> policy.absentWorkers(AbsentWorkers.DEACTIVATE)))
                .target(cutOff())
                .build();
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        assertThat(engine.failures()).hasSize(1);
        company.hr.remove("1");
        company.okta.setReachable(true);

        engine.run(ImportKind.FULL);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void s4_ofAStoreThatDoesNotKnowWhatWasSent_thePresentKeysCount() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.adaAtTheCreate(engine);
        WorkerState known = kills.state("1");
        Intent without = known.at("okta")
                .intent()
                .map(intent -> new Intent(intent.change(), intent.run(), intent.at()))
                .orElseThrow();
        company.store.save(
                StoreUpdate.of(known.with("okta", known.at("okta").withIntent(Optional.of(without))), List.of()));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).isEmpty();
        assertThat(kills.account().link()).isPresent();
        assertThat(company.okta.all()).hasSize(1);
    }

    @Test
    void s7_theIntentTellsNothingOfThePerson() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.adaAtTheCreate(engine);
        Fingerprint keys = kills.account().intent().orElseThrow().keys();
        assertThat(keys).isNotEqualTo(Fingerprint.none());
        assertThat(kills.account().intent().orElseThrow().toString()).doesNotContainIgnoringCase("ada@");

        Company other = new Company();
        other.hr.put(Company.employee("1", "Ada"));
        LifecycleEngine elsewhere = other.engine(POLICY);
        other.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.CRASH).times(1));
        assertThatThrownBy(() -> elsewhere.run(ImportKind.FULL)).isInstanceOf(SimulatedCrash.class);
        Fingerprint ofAnotherStore = Objects.requireNonNull(
                        other.store.load(List.of(Company.ref("1"))).get(Company.ref("1")))
                .at("okta")
                .intent()
                .orElseThrow()
                .keys();
        assertThat(ofAnotherStore).as("keyed by the store's own secret").isNotEqualTo(keys);
    }

    private static HrRecord of(HrRecord record, String universalId) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .universalId(universalId)
                .build());
    }

    private List<JournalEntry> journal(ChangeKind kind) {
        return company.store.journal(JournalQuery.all(), 0, 100).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }
}
