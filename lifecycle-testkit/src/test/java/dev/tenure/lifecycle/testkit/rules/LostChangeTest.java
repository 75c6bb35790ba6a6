package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.Leaving;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A change was made and its answer was lost, and HR takes it back before anybody looks: the account ends up as HR says, as if
 * the answer had come (rule S4).
 */
class LostChangeTest {

    private static final LifecyclePolicy POLICY = LifecyclePolicy.recommended();

    private final Kills kills = new Kills();
    private final Company company = kills.company();

    @ParameterizedTest
    @EnumSource
    void s4_anUpdateThatHrTakesBack_isTakenBack(Loss loss) {
        for (ImportKind kind : List.of(ImportKind.INCREMENTAL, ImportKind.FULL)) {
            LifecycleEngine engine = kills.started(POLICY, Kills.ada().with("city", "Oslo"));
            company.hr.put(Kills.ada().with("city", "Rome"));
            loss.of(ChangeKind.UPDATE, company, engine);
            company.hr.put(Kills.ada().with("city", "Oslo"));

            ImportRun run = engine.run(kind);
            assertThat(company.calls()).as(kind.name()).containsExactly("UPDATE ada@acme.test");
            assertThat(value("city")).contains("Oslo");
            assertThat(run.notices()).isEmpty();
            assertSettled(engine);
        }
    }

    @Test
    void s4_anUpdateThatWasNotMade_andThatHrTakesBack_costsNoCall() {
        LifecycleEngine engine = kills.started(POLICY, Kills.ada().with("city", "Oslo"));
        company.hr.put(Kills.ada().with("city", "Rome"));
        company.okta.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.CRASH).times(1));
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        company.hr.put(Kills.ada().with("city", "Oslo"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).isEmpty();
        assertThat(company.store.journal(JournalQuery.all(), 0, 100))
                .as("what is not so was not made")
                .extracting(JournalEntry::outcome)
                .doesNotContain(OutcomeKind.ALREADY_SO);
        assertSettled(engine);
    }

    @ParameterizedTest
    @EnumSource
    void s4_anUpdateOfWhichHrTakesBackAPart_isTakenBackInPart(Loss loss) {
        LifecycleEngine engine =
                kills.started(POLICY, Kills.ada().with("city", "Oslo").with("businessTitle", "Clerk"));
        company.hr.put(Kills.ada().with("city", "Rome").with("businessTitle", "Head"));
        loss.of(ChangeKind.UPDATE, company, engine);
        company.hr.put(Kills.ada().with("city", "Oslo").with("businessTitle", "Chief"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(value("city")).contains("Oslo");
        assertThat(value("title")).contains("Chief");
        assertSettled(engine);
    }

    @ParameterizedTest
    @EnumSource
    void e14_whatSomebodyElseChanged_staysAllTheSame(Loss loss) {
        LifecycleEngine engine =
                kills.started(POLICY, Kills.ada().with("city", "Oslo").with("businessTitle", "Clerk"));
        company.okta.set("ada@acme.test", new AttributeDelta(Map.of("title", AttributeValue.of("Boss"))));
        company.hr.put(Kills.ada().with("city", "Rome").with("businessTitle", "Clerk"));
        loss.of(ChangeKind.UPDATE, company, engine);
        company.hr.put(Kills.ada().with("city", "Oslo").with("businessTitle", "Clerk"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(value("city")).contains("Oslo");
        assertThat(value("title")).contains("Boss");
    }

    @ParameterizedTest
    @EnumSource
    void m6_aValueThatHrTakesBack_isCleared_whereThePolicyClears(Loss loss) {
        LifecycleEngine engine = kills.started(POLICY, Kills.ada());
        company.hr.put(Kills.ada().with("city", "Rome"));
        loss.of(ChangeKind.UPDATE, company, engine);
        company.hr.put(Kills.ada());

        engine.run(ImportKind.INCREMENTAL);
        assertThat(value("city")).isEmpty();
        assertSettled(engine);
    }

    @Test
    void s4_theDoubt_outlivesWhatTheSameRunDidAfterwards_andAnotherOneThatIsKilled() {
        company.hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering")));
        LifecycleEngine engine = kills.started(POLICY, Kills.ada().with("city", "Oslo"));
        company.hr.put(Kills.ada().with("city", "Rome").withGroups(List.of("PG-1")));
        Loss.OUT_OF_REACH.of(ChangeKind.UPDATE, company, engine);
        assertThat(kills.members("Engineering")).containsExactly("ada@acme.test");
        company.hr.put(Kills.ada().with("city", "Oslo").with("businessTitle", "Head"));
        company.okta.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.CRASH).times(1));
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        company.hr.put(Kills.ada().with("city", "Oslo"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(value("city")).contains("Oslo");
        assertThat(value("title")).isEmpty();
        assertThat(kills.members("Engineering")).isEmpty();
        assertSettled(engine);
    }

    @ParameterizedTest
    @EnumSource
    void e3_aLeaver_getsWhatHrSaysInTheEnd(Loss loss) {
        LifecycleEngine engine = kills.started(POLICY, Kills.ada().with("city", "Oslo"));
        company.hr.put(Kills.ada().with("city", "Rome"));
        loss.of(ChangeKind.UPDATE, company, engine);
        company.hr.put(Company.ended(Kills.ada().with("city", "Oslo"), "2026-02-27"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(value("city")).contains("Oslo");
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        assertSettled(engine);
    }

    @ParameterizedTest
    @EnumSource
    void e10_aLoginThatHrTakesBack_andSomebodyElseHasByNow_isHeldUntilItIsFree(Loss loss) {
        LifecycleEngine engine = kills.started(POLICY, Kills.ada());
        company.hr.put(Company.employee("1", "Adele"));
        loss.of(ChangeKind.UPDATE, company, engine);
        company.okta.addAccount("ada@acme.test", AccountStatus.ACTIVE, Attributes.empty());
        company.hr.put(Kills.ada());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactlyInAnyOrder("ada@acme.test", "adele@acme.test");
        assertThat(engine.pending()).extracting(item -> item.pending().why()).containsExactly(PendingReason.CONFLICT);

        company.okta.removeAccount("ada@acme.test");
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactly("ada@acme.test");
        assertThat(engine.pending()).isEmpty();
        assertSettled(engine);
    }

    @ParameterizedTest
    @EnumSource
    void g2_aMembershipThatHrTakesBack_isTakenBack(Loss loss) {
        LifecycleEngine engine = kills.started(POLICY, kills.inGroups(Kills.ada(), "Engineering", "Staff"));
        company.hr.put(kills.inGroups(Kills.ada(), "Engineering", "Oslo", "Staff"));
        loss.of(ChangeKind.MEMBER_ADD, company, engine);
        assertThat(kills.members("Oslo")).containsExactly("ada@acme.test");
        company.hr.put(kills.inGroups(Kills.ada(), "Engineering", "Staff"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("MEMBER_REMOVE Oslo ada@acme.test");
        assertSettled(engine);

        company.hr.put(kills.inGroups(Kills.ada(), "Staff"));
        loss.of(ChangeKind.MEMBER_REMOVE, company, engine);
        assertThat(kills.members("Engineering")).isEmpty();
        company.hr.put(kills.inGroups(Kills.ada(), "Engineering", "Staff"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("MEMBER_ADD Engineering ada@acme.test");
        assertSettled(engine);
    }

    @Test
    void g2_twoMembershipsThatHrTakesBack_areTakenBack() {
        LifecycleEngine engine = kills.started(POLICY, kills.inGroups(Kills.ada(), "Staff"));
        company.hr.put(kills.inGroups(Kills.ada(), "Engineering", "Oslo", "Sales", "Staff"));
        company.okta.inject(Fault.of(ChangeKind.MEMBER_ADD, Fault.Effect.UNAVAILABLE)
                .afterTheAct()
                .times(2));
        engine.run(ImportKind.INCREMENTAL);
        company.calls();
        company.hr.put(kills.inGroups(Kills.ada(), "Staff"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.members("Engineering")).isEmpty();
        assertThat(kills.members("Oslo")).isEmpty();
        assertThat(kills.members("Sales")).isEmpty();
        assertSettled(engine);
    }

    @ParameterizedTest
    @EnumSource
    void s4_whoIsBackAfterADeletion_getsANewAccountInTheSameRun(Loss loss) {
        LifecycleEngine engine =
                company.engine(POLICY, TargetUse.identityProfile().withLeaving(Leaving.DELETE));
        company.hr.put(Kills.ada());
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Kills.ada(), "2026-02-27"));
        loss.of(ChangeKind.DELETE, company, engine);
        assertThat(company.okta.all()).isEmpty();
        company.hr.put(Kills.ada());

        ImportRun run = engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
        assertThat(run.notices()).isEmpty();
        assertThat(company.store.journal(JournalQuery.all(), 0, 100))
                .extracting(JournalEntry::kind, JournalEntry::outcome)
                .contains(tuple(ChangeKind.DELETE, OutcomeKind.ALREADY_SO));
        assertSettled(engine);
    }

    @Test
    void e14_anAccountThatTheEngineDeleted_didNotVanish() {
        LifecycleEngine engine =
                company.engine(POLICY, TargetUse.identityProfile().withLeaving(Leaving.DELETE));
        company.hr.put(Kills.ada());
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Kills.ada(), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).isEmpty();

        assertThat(engine.run(ImportKind.FULL).notices()).isEmpty();
    }

    private Optional<String> value(String attribute) {
        return company.okta.account("ada@acme.test").orElseThrow().attributes().text(attribute);
    }

    private void assertSettled(LifecycleEngine engine) {
        kills.assertSettled(engine);
        company.calls();
        assertThat(engine.run(ImportKind.FULL).applied()).isEmpty();
        assertThat(company.calls()).as("what one more import does").isEmpty();
    }
}
