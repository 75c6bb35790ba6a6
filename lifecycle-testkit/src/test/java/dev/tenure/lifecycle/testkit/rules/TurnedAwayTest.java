package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.report.Finding;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.ForwardingStore;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A call that the target turned away before it did anything is a failure like any other, and not one of which nobody knows what
 * came (rules S3, S4). The target shows new accounts late, so that what was lost is waited for.
 */
class TurnedAwayTest {

    private static final LifecyclePolicy POLICY =
            LifecyclePolicy.recommended().with(policy -> policy.confirmExact(false));
    private static final Duration LAG = Duration.ofMinutes(5);

    private final Kills kills = new Kills();
    private final Company company = kills.company();
    private final LaggingTarget okta = new LaggingTarget(company.okta, LAG);
    private final LifecycleEngine engine =
            company.builder(POLICY).target(okta.target()).build();

    @Test
    void s3_aCreateThatIsTurnedAway_saysWhy_andIsMadeByTheNextImportWithoutWaiting() {
        company.hr.put(Kills.ada());
        turnAway(ChangeKind.CREATE);
        assertThat(engine.run(ImportKind.INCREMENTAL).failed()).containsExactly(Company.ref("1"));

        assertThat(kills.account().intent()).as("there is nothing to find out").isEmpty();
        assertThat(failure().kind()).isEqualTo(FailureKind.RETRY_LATER);
        assertThat(failure().message()).contains("turned CREATE away");
        assertThat(engine.diagnose(Company.ref("1"))
                        .finding(Cause.WAITING_AFTER_FAILURE)
                        .map(Finding::evidence))
                .hasValueSatisfying(evidence -> assertThat(evidence).contains("turned CREATE away"));
        assertThat(engine.diagnose(Company.ref("1")).has(Cause.INTERRUPTED)).isFalse();
        assertThat(engine.explain(Company.ref("1")).text())
                .contains("turned CREATE away")
                .doesNotContain("cut off");

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
        kills.assertSettled(engine);
    }

    @Test
    void s3_aCreateThatIsTurnedAwayAgainAndAgain_isPutOffForLonger() {
        company.hr.put(Kills.ada());
        company.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.TURNED_AWAY));
        engine.run(ImportKind.INCREMENTAL);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(failure().attempts()).isEqualTo(2);
        assertThat(failure().retryAt()).contains(company.clock.instant().plus(Duration.ofMinutes(15)));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(failure().attempts()).isEqualTo(2);
    }

    @Test
    void s4_whoIsKilledBeforeTheAnswerIsNoted_looksFirst() {
        LifecycleEngine dying = company.builder(POLICY)
                .target(okta.target())
                .store(diesAtAFailure())
                .build();
        company.hr.put(Kills.ada());
        turnAway(ChangeKind.CREATE);
        assertThatThrownBy(() -> dying.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        assertThat(kills.account().intent().map(Intent::change)).contains(ChangeKind.CREATE);

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).as("nobody can tell yet").isEmpty();
        company.clock.advance(LAG);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
        kills.assertSettled(engine);
    }

    private LifecycleStore diesAtAFailure() {
        return new ForwardingStore(company.store) {
            @Override
            public void save(StoreUpdate update) {
                if (update.entries().stream().anyMatch(entry -> entry.outcome() == OutcomeKind.FAILED)) {
                    throw new SimulatedCrash("before a failure was saved");
                }
                super.save(update);
            }
        };
    }

    @Test
    void s4_anOlderCreateThatNobodyHasFoundOutAbout_isNotForgotten() {
        kills.renamedAfterTheCreate(engine);
        Optional<Intent> older = kills.account().intent();
        turnAway(ChangeKind.CREATE);
        company.clock.advance(LAG.dividedBy(2));
        engine.confirm(List.of(Company.ref("1")));
        assertThat(failure().message()).contains("turned CREATE away");
        assertThat(kills.account().intent()).isEqualTo(older);

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).as("the first one may still show").isEmpty();
        okta.catchUp();
        company.clock.advance(LAG.dividedBy(2));
        engine.run(ImportKind.FULL);
        assertThat(kills.logins()).containsExactly("adele@acme.test");
        kills.assertSettled(engine);
    }

    @Test
    void s4_afterATryOfWhichNobodyHeard_oneThatIsTurnedAwaySaysNothing() {
        company.hr.put(Kills.ada());
        loseTheAnswer();
        turnAway(ChangeKind.CREATE);
        patient().run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).hasSize(1);
        assertThat(kills.account().intent().map(Intent::change)).contains(ChangeKind.CREATE);
    }

    @Test
    void s4_afterATryThatWasTurnedAway_oneOfWhichNobodyHeardIsWaitedForFromThenOn() {
        company.hr.put(Kills.ada());
        turnAway(ChangeKind.CREATE);
        loseTheAnswer();
        patient().run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).hasSize(1);
        assertThat(kills.account().intent().map(Intent::at))
                .hasValueSatisfying(
                        at -> assertThat(at).isAfter(company.clock.instant().minus(LAG)));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).hasSize(1);
        okta.catchUp();
        company.clock.advance(LAG);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).hasSize(1);
        kills.assertSettled(engine);
    }

    /** Waits when asked to, each time for as long as the target may take to show an account. */
    private LifecycleEngine patient() {
        return company.builder(POLICY)
                .target(okta.target())
                .pause(next -> {
                    company.clock.advance(LAG);
                    return company.okta.all().isEmpty()
                            || !kills.account().intent().isEmpty();
                })
                .build();
    }

    private void loseTheAnswer() {
        company.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE)
                .afterTheAct()
                .times(1));
    }

    @Test
    void s3_anUpdateThatIsTurnedAway_leavesNothingToCompare() {
        kills.started(POLICY, Kills.ada());
        company.hr.put(Kills.ada().with("city", "Oslo"));
        turnAway(ChangeKind.UPDATE);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.account().intent()).isEmpty();
        assertThat(failure().message()).contains("turned UPDATE away");

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        kills.assertSettled(engine);
    }

    /** The doubt of an older update is not the failed one's to clear. */
    @Test
    void s4_whatAnOlderUpdateMayHaveChanged_staysInDoubt() {
        kills.started(POLICY, Kills.ada());
        company.hr.put(Kills.ada().with("city", "Oslo"));
        Loss.OUT_OF_REACH.of(ChangeKind.UPDATE, company, engine);
        var doubt = kills.account().intent().map(Intent::keys);
        assertThat(doubt).isPresent();
        turnAway(ChangeKind.UPDATE);
        company.hr.put(Kills.ada().with("city", "Lagos"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.account().intent().map(Intent::keys)).isEqualTo(doubt);
    }

    @Test
    void s3_aMembershipThatIsTurnedAway_isMadeByTheNextImport() {
        company.hr.put(kills.inGroups(Kills.ada(), "Sales"));
        turnAway(ChangeKind.MEMBER_ADD);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.account().intent()).isEmpty();
        assertThat(kills.members("Sales")).isEmpty();

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.members("Sales")).containsExactly("ada@acme.test");
        kills.assertSettled(engine);
    }

    private void turnAway(ChangeKind kind) {
        company.okta.inject(Fault.of(kind, Fault.Effect.TURNED_AWAY).times(1));
    }

    private Failure failure() {
        assertThat(engine.failures()).hasSize(1);
        return engine.failures().get(0).failure();
    }
}
