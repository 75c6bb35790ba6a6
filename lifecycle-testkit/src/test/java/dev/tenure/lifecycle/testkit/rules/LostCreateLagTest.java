package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.worker.Employment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What came of a create is looked for at a target that shows new accounts late (rule S4). */
class LostCreateLagTest {

    private static final LifecyclePolicy POLICY =
            LifecyclePolicy.recommended().with(policy -> policy.confirmExact(false));
    private static final Duration LAG = Duration.ofMinutes(5);

    private final Kills kills = new Kills();
    private final Company company = kills.company();
    private final LaggingTarget okta = new LaggingTarget(company.okta, LAG);
    private final LifecycleEngine engine =
            company.builder(POLICY).target(okta.target()).build();

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Adele"})
    void s4_anAccountThatIsNotShownYet_isWaitedFor_andIsTheWorkers(String name) {
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.employee("1", name).with("city", "Oslo"));

        engine.run(ImportKind.INCREMENTAL);
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.failures())
                .singleElement()
                .satisfies(item -> assertThat(item.failure().message())
                        .contains("may not show it yet")
                        .contains("2026-03-02T09:05:00Z")
                        .contains("link()")
                        .doesNotContain("acme"));

        okta.catchUp();
        company.clock.advance(LAG);
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        assertThat(kills.logins()).containsExactly(Company.login(name));
        kills.assertSettled(engine);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "INCREMENTAL"})
    void s4_aLeaversAccountThatIsNotShownYet_isClosedOnceItIs(ImportKind kind) {
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.ended(Company.employee("1", "Adele"), "2026-02-27"));
        engine.run(kind);
        assertThat(kills.account().intent()).as("nobody can tell yet").isPresent();

        okta.catchUp();
        company.clock.advance(LAG);
        engine.run(kind);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        kills.assertSettled(engine);
    }

    @Test
    void h1_aLeaversAccountThatIsNotShownYet_isDueOnceItIs() {
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.ended(Company.employee("1", "Adele"), "2026-02-27"));
        Instant shown = company.clock.instant().plus(LAG);
        assertThat(engine.run(ImportKind.INCREMENTAL).nextTransition()).contains(shown);

        okta.catchUp();
        company.clock.advance(LAG);
        assertThat(engine.advance().nextTransition()).isEmpty();
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        kills.assertSettled(engine);
    }

    @Test
    void h1_whoEndsBeforeItIsShown_isDueThen_andOnceItIs() {
        company.clock.advance(Duration.ofHours(15).minus(LAG.dividedBy(2)));
        kills.adaAtTheCreate(engine);
        Instant shown = company.clock.instant().plus(LAG);
        company.hr.put(ending(Kills.ada(), "2026-03-02"));
        assertThat(engine.run(ImportKind.INCREMENTAL).nextTransition()).contains(Instant.parse("2026-03-03T00:00:00Z"));

        company.clock.advance(LAG.dividedBy(2));
        assertThat(engine.advance().nextTransition()).contains(shown);
        okta.catchUp();
        company.clock.advance(LAG.dividedBy(2));
        assertThat(engine.advance().nextTransition()).isEmpty();
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        kills.assertSettled(engine);
    }

    private static HrRecord ending(HrRecord record, String on) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .terminationDate(LocalDate.parse(on))
                .build());
    }

    @Test
    void s4_whatIsStillNotShownAfterThat_wasNotMade() {
        kills.renamedBeforeTheCreate(engine);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).isEmpty();

        company.clock.advance(LAG);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("CREATE adele@acme.test");
        assertThat(engine.failures()).isEmpty();
    }

    /** It does not count as a failure that repeats, and so is not put off for longer each time. */
    @Test
    void s3_whoIsLookedForOftenMeanwhile_waitsNoLonger() {
        kills.renamedBeforeTheCreate(engine);
        for (int look = 0; look < 4; look++) {
            engine.run(ImportKind.INCREMENTAL);
            company.clock.advance(LAG.dividedBy(4));
            assertThat(company.calls()).isEmpty();
        }

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("CREATE adele@acme.test");
        assertThat(engine.failures()).isEmpty();
    }

    /** A run that waits and tries again may make the account long after it first meant to. */
    @Test
    void s4_theTimeCountsFromTheLastTry() {
        LifecycleEngine patient = company.builder(POLICY)
                .target(okta.target())
                .pause(next -> company.clock.advance(LAG.dividedBy(2)).isAfter(next))
                .build();
        company.okta.inject(
                Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE).times(1));
        kills.renamedAfterTheCreate(patient);

        company.clock.advance(LAG.dividedBy(2));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).isEmpty();
        okta.catchUp();
        company.clock.advance(LAG.dividedBy(2));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactly("adele@acme.test");
        kills.assertSettled(engine);
    }

    /** A connector may wait for its turn under a limit, and then for the answer. */
    @Test
    void s4_theTimeCountsFromWhenACallCameBackWithoutAnAnswer() {
        LifecycleEngine slow = company.builder(POLICY)
                .target(Kills.watched(
                        okta.target(),
                        method -> {
                            if (method.equals("create")) {
                                company.clock.advance(LAG);
                            }
                        },
                        method -> {}))
                .build();
        company.hr.put(Kills.ada());
        company.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE)
                .afterTheAct()
                .times(1));
        slow.run(ImportKind.INCREMENTAL);
        company.hr.put(Company.employee("1", "Adele"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactly("ada@acme.test");
        okta.catchUp();
        company.clock.advance(LAG);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactly("adele@acme.test");
        kills.assertSettled(engine);
    }

    @Test
    void e8_aPersonWhoKnows_needNotWait() {
        kills.renamedBeforeTheCreate(engine);

        engine.confirm(List.of(Company.ref("1")));
        assertThat(company.calls()).containsExactly("CREATE adele@acme.test");
    }

    /** Nothing is known of the lag, and the second create is refused because of the first. */
    @Test
    void s4_aSecondCreateThatIsRefused_doesNotMakeTheFirstOneForgotten() {
        LaggingTarget unaware = new LaggingTarget(company.okta, Duration.ZERO);
        LifecycleEngine trusting =
                company.builder(POLICY).target(unaware.target()).build();
        kills.adaAtTheCreate(trusting);
        trusting.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).hasSize(1);
        assertThat(kills.account().intent())
                .as("whose the login is nobody can tell")
                .isPresent();

        company.hr.put(Company.employee("1", "Adele"));
        unaware.catchUp();
        trusting.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all())
                .extracting(Account::login, Account::status)
                .containsExactly(tuple("adele@acme.test", AccountStatus.ACTIVE));
        assertThat(trusting.pending()).isEmpty();
        kills.assertSettled(trusting);
    }

    @Test
    void s4_aSecondCreateThatIsRefused_findsTheFirstOneWhereItIsShownByThen() {
        LaggingTarget unaware = new LaggingTarget(company.okta, Duration.ZERO);
        LifecycleEngine trusting = company.builder(POLICY)
                .target(Kills.watched(
                        unaware.target(),
                        method -> {
                            if (method.equals("create") && !company.okta.all().isEmpty()) {
                                unaware.catchUp();
                            }
                        },
                        method -> {}))
                .build();
        kills.adaAtTheCreate(trusting);

        trusting.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).hasSize(1);
        assertThat(kills.account().link()).isPresent();
        assertThat(kills.account().intent()).isEmpty();
        assertThat(trusting.pending()).isEmpty();
        assertThat(trusting.failures()).isEmpty();
    }
}
