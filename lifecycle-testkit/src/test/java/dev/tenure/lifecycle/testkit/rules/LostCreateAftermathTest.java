package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.Employment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows once it is known, or while it is not, what came of a create: closings, other records, HR (S4, D1, F2, H1). */
class LostCreateAftermathTest {

    private static final LifecyclePolicy POLICY = LifecyclePolicy.recommended();

    private final Kills kills = new Kills();
    private final Company company = kills.company();
    private final AtomicBoolean unlisted = new AtomicBoolean();

    @Test
    void s4_killedWhileTheClosingWaitsForTheGate_theNextImportCloses() {
        AtomicBoolean kill = new AtomicBoolean();
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(company.hr)
                .policy(POLICY)
                .store(killedAtTheGate(kill))
                .clock(company.clock)
                .target(listedUnless(unlisted))
                .build();
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.ended(Company.employee("1", "Adele"), "2026-02-27"));
        unlisted.set(true);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.failures()).as("HR tells of the end this once").hasSize(1);
        unlisted.set(false);
        kill.set(true);
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        assertThat(kills.account().link()).isPresent();

        kill.set(false);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        assertThat(kills.account().intent()).isEmpty();
    }

    @Test
    void s4_killedBetweenTheLastChangeAndTheClosing_theClosingStaysMeant() {
        AtomicBoolean kill = new AtomicBoolean();
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(company.hr)
                .policy(POLICY)
                .store(killedAtTheGate(kill))
                .clock(company.clock)
                .target(company.okta)
                .build();
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.ended(Company.employee("1", "Adele"), "2026-02-27"));
        kill.set(true);
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        assertThat(kills.account().intent().map(Intent::change)).contains(ChangeKind.DEACTIVATE);

        kill.set(false);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        assertThat(kills.account().intent()).isEmpty();
    }

    private IdentityTarget listedUnless(AtomicBoolean hidden) {
        return kills.onListing(() -> {
            if (hidden.get()) {
                throw Kills.mayNotList();
            }
        });
    }

    private LifecycleStore killedAtTheGate(AtomicBoolean kill) {
        return (LifecycleStore) Proxy.newProxyInstance(
                LifecycleStore.class.getClassLoader(),
                new Class<?>[] {LifecycleStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("countWithAccess") && kill.get()) {
                        throw new SimulatedCrash("at the gate");
                    }
                    try {
                        return method.invoke(company.store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    @Test
    void s1_aClosingThatIsHeld_leavesNoIntent() {
        LifecycleEngine engine =
                company.engine(POLICY.with(policy -> policy.safeguardMinimum(1).safeguardPercent(10)));
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.ended(Company.employee("1", "Adele"), "2026-02-27"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.account().hold()).isPresent();
        assertThat(kills.account().intent()).isEmpty();
    }

    @Test
    void h1_whoIsLeftToTheNextImport_staysAsItIs_byTheClock() {
        LifecycleEngine engine = company.engine(POLICY);
        LocalDate start = LocalDate.parse("2026-04-01");
        HrRecord hired = Company.employee("1", "Ada")
                .withEmployment(Employment.builder()
                        .hireDate(start)
                        .firstDayOfWork(start)
                        .locationTimeZone("UTC")
                        .build());
        company.hr.put(hired);
        engine.run(ImportKind.FULL);
        company.clock.set(Instant.parse("2026-04-01T09:00:00Z"));
        company.okta.inject(
                Fault.of(ChangeKind.CREATE, Fault.Effect.CRASH).afterTheAct().times(1));
        assertThatThrownBy(engine::advance).isInstanceOf(SimulatedCrash.class);
        company.hr.put(hired.withEmployment(
                Employment.builder().from(hired.employment()).active(false).build()));

        engine.advance();
        assertThat(kills.account().link()).isEmpty();
        assertThat(kills.account().intent().map(Intent::change)).contains(ChangeKind.CREATE);

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        assertThat(company.store.journal(JournalQuery.all(), 0, 100))
                .extracting(JournalEntry::kind, JournalEntry::outcome)
                .contains(tuple(ChangeKind.CREATE, OutcomeKind.ALREADY_SO));
    }

    @Test
    void d1_asLongAsNobodyCanTell_noOtherRecordGetsASecondAccount() {
        unlisted.set(true);
        LifecycleEngine engine =
                company.builder(POLICY).target(listedUnless(unlisted)).build();
        company.hr.put(of(Company.employee("1", "Ada")));
        kills.atTheCreate(engine);
        company.hr.put(
                Company.ended(of(Company.employee("1", "Adela")), "2026-02-27"), of(Company.employee("2", "Adele")));

        engine.run(ImportKind.INCREMENTAL);
        engine.realTime(List.of(Company.ref("2")));
        assertThat(kills.logins()).containsExactly("ada@acme.test");
        assertThat(kills.state("2").at("okta").failure().orElseThrow().message())
                .contains("hr/1, a record of the same person")
                .contains("okta may not be listed; grant it");

        unlisted.set(false);
        engine.run(ImportKind.FULL);
        assertThat(company.okta.all())
                .extracting(Account::login, Account::status)
                .containsExactly(tuple("adele@acme.test", AccountStatus.ACTIVE));
        assertThat(kills.state("2").at("okta").link()).isPresent();
        assertThat(engine.failures()).isEmpty();
    }

    private static HrRecord of(HrRecord record) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .universalId("U-1")
                .build());
    }

    @Test
    void f2_ofWhoIsGone_hrIsToldNothing_andNothingStaysOpen() {
        LifecycleEngine engine = company.engine(POLICY.with(
                policy -> policy.writeBack(List.of(WriteBackField.EMAIL)).writeBackOnCreate(true)));
        kills.adaAtTheCreate(engine);
        company.hr.remove("1");

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.account().link()).isPresent();
        assertThat(kills.account().intent()).isEmpty();
        assertThat(company.hr.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Adele"})
    void f2_ofAnAccountThatIsLeftAloneOnceItIsMade_hrIsToldAtOnceOrNever(String name) {
        LifecycleEngine engine = company.engine(POLICY.with(policy -> policy.sourcing(Sourcing.IMPORT_ONLY)
                .writeBack(List.of(WriteBackField.PHONE))
                .writeBackOnCreate(true)));
        kills.adaAtTheCreate(engine);
        company.okta.set(
                "ada@acme.test", new AttributeDelta(Map.of("mobilePhone", AttributeValue.of("+47 22 00 00 00"))));
        company.hr.put(Company.employee("1", name));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.account().intent()).isEmpty();
        assertThat(company.hr.calls())
                .as("what HR has changed since is not what the target owns")
                .hasSize(name.equals("Ada") ? 1 : 0);
        engine.run(ImportKind.FULL);
        assertThat(kills.account().intent()).isEmpty();
    }
}
