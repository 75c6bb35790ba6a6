package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.engine.Leaving;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.RecordedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers who swap, within one import, what only one account may have (rule E10). Of addresses, see SourcesOfChangeTest. */
class SwapTest {

    private final Company company = new Company();
    private final InMemoryTarget okta =
            InMemoryTarget.builder("okta").unique("email").build();
    private final LifecycleEngine engine =
            company.builder(LifecyclePolicy.recommended()).target(okta).build();

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void e10_loginsAndAddressesThatGoRound_endWhereTheyBelong(int people) {
        come(people);
        turn(people, 1);
        ImportRun run = engine.run(ImportKind.INCREMENTAL);
        assertThat(run.failed()).as("who was refused first and moved later").isEmpty();
        for (int i = 0; i < people; i++) {
            assertThat(owner(name((i + 1) % people))).contains(String.valueOf(i));
        }
        assertThat(engine.pending()).isEmpty();
        assertThat(engine.failures()).isEmpty();
        assertThat(okta.calls().stream().filter(call -> call.op() == ChangeKind.UPDATE))
                .as("one for each, and one to make way")
                .hasSize(people + 1);
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void e10_twoSwapsInOneImport_areUntiedEachByItself() {
        come(4);
        company.hr.put(named(0, 1), named(1, 0), named(2, 3), named(3, 2));
        engine.run(ImportKind.FULL);
        assertThat(List.of(owner(name(0)), owner(name(1)), owner(name(2)), owner(name(3))))
                .containsExactly(Optional.of("1"), Optional.of("0"), Optional.of("3"), Optional.of("2"));
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void e10_whereTheOtherCannotFollow_nobodyKeepsAValueThatWasNeverMeant() {
        come(2);
        okta.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.INVALID_VALUE).on(Company.login(name(1))));
        turn(2, 1);
        ImportRun run = engine.run(ImportKind.INCREMENTAL);
        assertThat(run.failed()).contains(Company.ref("1"));
        assertThat(owner(name(0))).contains("0");
        assertThat(owner(name(1))).contains("1");
        assertThat(engine.pending()).extracting(item -> item.pending().why()).contains(PendingReason.CONFLICT);

        okta.clearFaults();
        engine.run(ImportKind.FULL);
        assertThat(owner(name(0))).contains("1");
        assertThat(owner(name(1))).contains("0");
        assertThat(engine.pending()).isEmpty();
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e10_whereOneFollowsAndAnotherIsRefused_whoMadeWayGetsBackWhatItHad() {
        InMemoryTarget strict =
                InMemoryTarget.builder("okta").quietlyUnique("title").build();
        LifecycleEngine other =
                company.builder(LifecyclePolicy.recommended()).target(strict).build();
        company.hr.put(
                record(0), record(1).with("businessTitle", "Clerk"), record(2).with("businessTitle", "Chief"));
        other.run(ImportKind.FULL);
        company.hr.put(named(0, 1), named(1, 0).with("businessTitle", "Chief"));
        other.run(ImportKind.INCREMENTAL);
        assertThat(strict.all()).extracting(Account::login).containsExactly(login(0), login(1), login(2));
        assertThat(other.pending()).extracting(item -> item.worker().id()).containsExactlyInAnyOrder("0", "1");

        company.hr.put(named(1, 0).with("businessTitle", "Clerk"));
        other.run(ImportKind.INCREMENTAL);
        assertThat(strict.all()).extracting(Account::login).containsExactly(login(1), login(0), login(2));
        assertThat(other.pending()).isEmpty();
    }

    @Test
    void e10_whatIsSentWithoutTheKeyThatIsRefused_isKnownAsSent() {
        InMemoryTarget strict =
                InMemoryTarget.builder("okta").quietlyUnique("title").build();
        LifecycleEngine other =
                company.builder(LifecyclePolicy.recommended()).target(strict).build();
        HrRecord before = record(0).with("city", "Oslo");
        company.hr.put(before, record(1).with("businessTitle", "Chief"));
        other.run(ImportKind.FULL);
        company.hr.put(record(0).with("city", "Bergen").with("businessTitle", "Chief"));
        other.run(ImportKind.INCREMENTAL);
        assertThat(city(strict)).contains("Bergen");
        assertThat(other.pending()).hasSize(1);
        assertThat(other.run(ImportKind.FULL).notices())
                .extracting(Notice::kind)
                .doesNotContain(NoticeKind.DRIFT);

        company.hr.put(before);
        other.run(ImportKind.INCREMENTAL);
        assertThat(city(strict)).as("taken back").contains("Oslo");
    }

    private static Optional<String> city(InMemoryTarget target) {
        return target.account(login(0)).orElseThrow().attributes().text("city");
    }

    @Test
    void e10_whoseAccountIsGone_keepsALoginFromNobody() {
        company.hr.put(record(0));
        engine.run(ImportKind.FULL);
        okta.removeAccount(login(0));
        company.hr.put(named(0, 1), named(2, 1));
        engine.run(ImportKind.FULL);
        assertThat(owner(name(1))).contains("2");
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void e10_aSwapAtTwoTargets_isUntiedAtBoth() {
        InMemoryTarget second = InMemoryTarget.builder("second").build();
        LifecycleEngine both = company.builder(LifecyclePolicy.recommended())
                .target(okta)
                .target(second)
                .build();
        company.hr.put(record(0), record(1));
        both.run(ImportKind.FULL);
        turn(2, 1);
        both.run(ImportKind.INCREMENTAL);
        assertThat(okta.all()).extracting(Account::login).containsExactly(login(1), login(0));
        assertThat(second.all()).extracting(Account::login).containsExactly(login(1), login(0));
        assertThat(both.pending()).isEmpty();
    }

    @Test
    void e10_whatIsNotUnique_isNotMadeUp() {
        InMemoryTarget loginAlone = InMemoryTarget.named("okta");
        LifecycleEngine other = company.builder(LifecyclePolicy.recommended())
                .target(loginAlone)
                .build();
        company.hr.put(record(0), record(1));
        other.run(ImportKind.FULL);
        turn(2, 1);
        other.run(ImportKind.INCREMENTAL);
        assertThat(loginAlone.calls())
                .flatExtracting(call -> call.profile().containsKey("email")
                        ? List.of(call.profile().get("email").asText())
                        : List.of())
                .as("addresses that were sent")
                .allMatch(address -> address.equals(login(0)) || address.equals(login(1)));
        assertThat(loginAlone.all()).extracting(Account::login).containsExactly(login(1), login(0));
    }

    @Test
    void e10_anAddressOfSomebodyElse_staysHeld_whileLoginsAreSwapped() {
        InMemoryTarget loginAlone = InMemoryTarget.named("okta");
        LifecycleEngine other = company.builder(LifecyclePolicy.recommended())
                .target(loginAlone)
                .build();
        company.hr.put(record(0), record(1), record(2));
        other.run(ImportKind.FULL);
        company.hr.put(
                record(0).with("userName", login(1)).with("email", login(2)),
                record(1).with("userName", login(0)));
        other.run(ImportKind.INCREMENTAL);
        assertThat(loginAlone.all()).extracting(Account::login).containsExactly(login(1), login(0), login(2));
        assertThat(loginAlone.account(login(1)).orElseThrow().attributes().text("email"))
                .contains(login(0));
        assertThat(other.pending())
                .extracting(item -> item.worker().id() + " " + item.pending().why())
                .containsExactly("0 CONFLICT");
        assertThat(other.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void e10_anAddressThatTheAccountHasAlready_isNotAskedAbout_whenTheLoginChanges() {
        InMemoryTarget loginAlone = InMemoryTarget.named("okta");
        LifecycleEngine other = company.builder(LifecyclePolicy.recommended())
                .target(loginAlone)
                .build();
        company.hr.put(record(0), record(1));
        other.run(ImportKind.FULL);
        loginAlone.set(login(1), new AttributeDelta(Map.of("email", AttributeValue.of(login(0)))));
        company.hr.put(record(0).with("userName", login(3)));
        other.run(ImportKind.INCREMENTAL);
        assertThat(loginAlone.account(login(3))).isPresent();
        assertThat(other.pending()).isEmpty();
    }

    @Test
    void e10_aValueThatAnotherIsToGet_isNotMadeUp() {
        come(2);
        String numbered = "ada2@acme.test";
        turn(2, 1);
        company.hr.put(record(2).with("userName", numbered).with("email", numbered));
        okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE)
                .on(numbered)
                .times(20));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(owner(name(0))).contains("1");
        assertThat(owner(name(1))).contains("0");
        assertThat(okta.calls())
                .as("logins that were sent")
                .extracting(call -> call.profile().containsKey("login")
                        ? call.profile().get("login").asText()
                        : "")
                .doesNotContain(numbered)
                .contains("ada3@acme.test");
    }

    @Test
    void e10_whoComesIn_getsTheLoginOfOneWhoGetsThatOfOneWhoIsRenamed() {
        come(2);
        company.hr.put(named(0, 1), named(1, 3), named(2, 0));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(List.of(owner(name(0)), owner(name(1)), owner(name(3))))
                .containsExactly(Optional.of("2"), Optional.of("0"), Optional.of("1"));
        assertThat(engine.pending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void e10_theLoginOfWhoLeavesTheScopeOfATarget_isFreeWithinTheSameImport_whereLeavingDeletes(boolean comesIn) {
        InMemoryTarget deletes =
                InMemoryTarget.builder("deletes").unique("email").build();
        LifecycleEngine other = company.builder(LifecyclePolicy.recommended())
                .target(
                        deletes,
                        TargetUse.identityProfile()
                                .withScope("user.title != \"Outside\"")
                                .withLeaving(Leaving.DELETE))
                .build();
        company.hr.put(record(0));
        if (!comesIn) {
            company.hr.put(record(1));
        }
        other.run(ImportKind.FULL);
        company.hr.put(named(0, 3).with("businessTitle", "Outside"), named(1, 0));
        other.run(ImportKind.INCREMENTAL);
        assertThat(deletes.all()).extracting(Account::login).containsExactly(login(0));
        assertThat(other.pending()).isEmpty();
        assertThat(other.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void e10_aNotificationThatNamesAllOfThem_untiesTheirSwap() {
        come(3);
        turn(3, 1);
        engine.realTime(List.of(Company.ref("0"), Company.ref("1"), Company.ref("2")));
        assertThat(List.of(owner(name(0)), owner(name(1)), owner(name(2))))
                .containsExactly(Optional.of("2"), Optional.of("0"), Optional.of("1"));
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void e10_aNotificationThatNamesOneOfThem_leavesTheSwapToTheNextImport() {
        come(2);
        turn(2, 1);
        engine.realTime(List.of(Company.ref("0")));
        assertThat(owner(name(0))).contains("0");
        assertThat(engine.pending()).extracting(item -> item.worker().id()).containsExactly("0");
        engine.run(ImportKind.INCREMENTAL);
        assertThat(owner(name(0))).contains("1");
        assertThat(owner(name(1))).contains("0");
        assertThat(engine.pending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void s5_aPreviewOfASwap_isWhatIsThenDone(boolean addressesAreUnique) {
        InMemoryTarget target = addressesAreUnique ? okta : InMemoryTarget.named("okta");
        LifecycleEngine previews =
                company.builder(LifecyclePolicy.recommended()).target(target).build();
        company.hr.put(record(0), record(1));
        previews.run(ImportKind.FULL);
        target.forgetCalls();
        turn(2, 1);
        Plan plan = previews.plan(ImportKind.INCREMENTAL);
        assertThat(plan.changes()).hasSize(3);
        previews.apply(plan);
        assertThat(target.calls())
                .extracting(RecordedCall::op, RecordedCall::profile)
                .containsExactlyInAnyOrderElementsOf(plan.changes().stream()
                        .map(change -> tuple(change.kind(), change.delta().values()))
                        .toList());
        assertThat(previews.pending()).isEmpty();
        assertThat(previews.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void s5_whatATargetRefusesWithoutSayingSo_noPreviewKnows_andTheNextImportUntiesIt() {
        InMemoryTarget quiet =
                InMemoryTarget.builder("okta").quietlyUnique("email").build();
        LifecycleEngine previews =
                company.builder(LifecyclePolicy.recommended()).target(quiet).build();
        company.hr.put(record(0), record(1));
        previews.run(ImportKind.FULL);
        company.hr.put(record(0).with("email", login(1)), record(1).with("email", login(0)));
        Plan plan = previews.plan(ImportKind.INCREMENTAL);
        assertThat(plan.changes()).as("one for each, and nobody makes way").hasSize(2);
        previews.apply(plan);
        assertThat(quiet.account(login(0)).orElseThrow().attributes().text("email"))
                .contains(login(0));

        previews.run(ImportKind.INCREMENTAL);
        assertThat(quiet.account(login(0)).orElseThrow().attributes().text("email"))
                .contains(login(1));
        assertThat(quiet.account(login(1)).orElseThrow().attributes().text("email"))
                .contains(login(0));
        assertThat(previews.pending()).isEmpty();
    }

    @Test
    void e10_manySwapsInOneImport_costEachTheSame() {
        long callsOfFew = callsOfSwaps(250);
        assertThat(callsOfSwaps(1000)).isLessThanOrEqualTo(4 * callsOfFew + 100);
    }

    /** How often a target is called, reads included, while pairs of workers swap logins and addresses. */
    private static long callsOfSwaps(int pairs) {
        Company company = new Company();
        AtomicLong calls = new AtomicLong();
        LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
                .target(Watched.target(
                        InMemoryTarget.builder("okta").unique("email").build(),
                        (method, arguments) -> calls.incrementAndGet()))
                .build();
        for (int i = 0; i < 2 * pairs; i++) {
            company.hr.put(Company.employee(String.valueOf(i), "n" + i));
        }
        engine.run(ImportKind.FULL);
        for (int i = 0; i < 2 * pairs; i++) {
            company.hr.put(Company.employee(String.valueOf(i), "n" + i)
                    .with("userName", Company.login("n" + (i ^ 1)))
                    .with("email", Company.login("n" + (i ^ 1))));
        }
        calls.set(0);
        ImportRun run = engine.run(ImportKind.INCREMENTAL);
        assertThat(run.applied().get(ChangeKind.UPDATE)).isEqualTo(3 * pairs);
        assertThat(engine.pending()).isEmpty();
        return calls.get();
    }

    private void come(int people) {
        for (int i = 0; i < people; i++) {
            company.hr.put(record(i));
        }
        engine.run(ImportKind.FULL);
        okta.forgetCalls();
    }

    private void turn(int people, int by) {
        for (int i = 0; i < people; i++) {
            company.hr.put(named(i, (i + by) % people));
        }
    }

    private static HrRecord record(int i) {
        return named(i, i);
    }

    private static HrRecord named(int i, int name) {
        return Company.employee(String.valueOf(i), name(i))
                .with("userName", Company.login(name(name)))
                .with("email", Company.login(name(name)));
    }

    private static String login(int i) {
        return Company.login(name(i));
    }

    private static String name(int i) {
        return List.of("Ada", "Lin", "Sam", "Kim", "Noa").get(i);
    }

    private Optional<String> owner(String name) {
        return okta.account(Company.login(name))
                .flatMap(account -> account.attributes().text("employeeNumber"));
    }
}
