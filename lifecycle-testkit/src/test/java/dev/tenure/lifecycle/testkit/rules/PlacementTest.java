package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.Placement;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where accounts are put and when they move (rule G6), and accounts that stay closed until their owner starts. */
class PlacementTest {

    private static final String ADA = "ada@acme.test";
    private static final Placement RULES = Placement.byTarget()
            .withGroup("Sales", "OU=Sales")
            .withGroup("Engineering", "OU=Eng")
            .withExpression("source.city == null ? null : \"OU=\" + source.city");

    private final Company company = new Company();
    private final InMemoryTarget directory = InMemoryTarget.builder("ad")
            .places("OU=Sales", "OU=Eng", "OU=Oslo", "OU=Bergen")
            .build();

    private LifecycleEngine engine(LifecyclePolicy policy, TargetUse use) {
        company.hr.setGroups(List.of("Sales", "Engineering", "Other").stream()
                .map(name -> new ProvisioningGroup(name, name))
                .toList());
        return company.builder(policy).target(directory, use).build();
    }

    static List<LifecyclePolicy> presets() {
        return List.of(LifecyclePolicy.oktaParity(), LifecyclePolicy.recommended());
    }

    private LifecycleEngine engine(boolean moves) {
        return engine(LifecyclePolicy.recommended(), moves);
    }

    private LifecycleEngine engine(LifecyclePolicy preset, boolean moves) {
        return engine(
                preset.with(policy -> policy.moveOnGroupChange(moves)),
                TargetUse.identityProfile().withPlacement(RULES));
    }

    @Test
    void g6_aGroupDecidesAtCreate_andTheFirstRuleThatFitsCounts() {
        company.hr.put(in(ada(), "Engineering", "Sales"));
        engine(false).run(ImportKind.FULL);
        assertThat(directory.place(ADA)).contains("OU=Sales");
    }

    @Test
    void g6_whereNoGroupDecides_theExpressionDoes_elseTheTarget() {
        company.hr.put(in(ada().with("city", "Oslo"), "Other"), in(Company.employee("2", "Lin"), "Other"));
        engine(false).run(ImportKind.FULL);
        assertThat(directory.place(ADA)).contains("OU=Oslo");
        assertThat(directory.place("lin@acme.test")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void g6_aLaterGroupChange_movesNobody(LifecyclePolicy preset) {
        LifecycleEngine engine = engine(preset, false);
        company.hr.put(in(ada(), "Sales"));
        engine.run(ImportKind.FULL);
        company.hr.put(in(ada(), "Engineering"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.place(ADA)).contains("OU=Sales");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void g6_moveOnGroupChange_movesOnce(LifecyclePolicy preset) {
        LifecycleEngine engine = engine(preset, true);
        company.hr.put(in(ada(), "Sales"));
        engine.run(ImportKind.FULL);
        company.hr.put(in(ada().with("businessTitle", "Lead"), "Engineering"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.place(ADA)).contains("OU=Eng");
        assertThat(moves()).isEqualTo(1);
        engine.run(ImportKind.FULL);
        assertThat(moves()).isEqualTo(1);
    }

    @Test
    void s4_aMoveWhoseAnswerWasLost_isTakenBack_howeverLateThereIsAPlaceAgain() {
        LifecycleEngine engine = engine(true);
        company.hr.put(in(ada(), "Sales"));
        engine.run(ImportKind.FULL);
        company.hr.put(in(ada(), "Engineering"));
        directory.inject(Fault.of(ChangeKind.MOVE, Fault.Effect.UNAVAILABLE)
                .afterTheAct()
                .times(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.place(ADA)).contains("OU=Eng");
        company.hr.put(in(ada(), "Other"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.place(ADA)).as("where it is").contains("OU=Eng");

        company.hr.put(in(ada(), "Sales"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.place(ADA)).contains("OU=Sales");
        assertThat(engine.failures()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH", "UNAVAILABLE"})
    void s4_aMoveWhoseAnswerWasLost_andThatHrTakesBack_isTakenBack(Fault.Effect loss) {
        LifecycleEngine engine = engine(true);
        company.hr.put(in(ada(), "Sales"));
        engine.run(ImportKind.FULL);
        company.hr.put(in(ada(), "Engineering"));
        directory.inject(Fault.of(ChangeKind.MOVE, loss).afterTheAct().times(1));
        try {
            engine.run(ImportKind.INCREMENTAL);
        } catch (SimulatedCrash crash) {
            assertThat(loss).isEqualTo(Fault.Effect.CRASH);
        }
        assertThat(directory.place(ADA)).contains("OU=Eng");
        company.hr.put(in(ada(), "Sales"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.place(ADA)).contains("OU=Sales");
        assertThat(engine.failures()).isEmpty();
        int moves = moves();
        engine.run(ImportKind.FULL);
        assertThat(moves()).isEqualTo(moves);
    }

    @Test
    void g6_moveOnGroupChange_whoLeavesEveryPlace_stays() {
        LifecycleEngine engine = engine(true);
        company.hr.put(in(ada(), "Sales"));
        engine.run(ImportKind.FULL);
        company.hr.put(in(ada(), "Other"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.place(ADA)).contains("OU=Sales");
    }

    @Test
    void g6_aRuleThatComesLater_movesNobodyUntilItsAnswerChanges() {
        company.hr.put(in(ada(), "Sales"));
        engine(LifecyclePolicy.recommended(), TargetUse.identityProfile()).run(ImportKind.FULL);
        LifecycleEngine engine = engine(true);
        engine.run(ImportKind.FULL);
        assertThat(moves()).isZero();
        company.hr.put(in(ada(), "Engineering"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.place(ADA)).contains("OU=Eng");
    }

    @Test
    void e5_whoComesBack_isMovedBack_evenAfterARunThatWasCutOff() {
        LifecycleEngine engine = engine(false);
        company.hr.put(in(ada(), "Sales"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(in(ada(), "Sales"), "2026-02-20"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.account(ADA).orElseThrow().status()).isEqualTo(AccountStatus.DEACTIVATED);

        company.hr.put(in(ada(), "Engineering"));
        directory.inject(Fault.of(ChangeKind.MOVE, Fault.Effect.UNAVAILABLE).times(1));
        engine.run(ImportKind.INCREMENTAL);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.account(ADA).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(directory.place(ADA)).contains("OU=Eng");
        int moves = moves();
        engine.run(ImportKind.FULL);
        assertThat(moves()).isEqualTo(moves);
    }

    @Test
    void g6_aPlaceThatIsNotThere_failsThisWorkerAlone() {
        company.hr.put(
                in(ada().with("city", "Nowhere"), "Other"),
                in(Company.employee("2", "Lin").with("city", "Oslo"), "Other"));
        LifecycleEngine engine = engine(false);
        engine.run(ImportKind.FULL);
        assertThat(directory.account(ADA)).isEmpty();
        assertThat(directory.place("lin@acme.test")).contains("OU=Oslo");
        assertThat(engine.failures())
                .singleElement()
                .satisfies(item -> assertThat(item.failure().kind()).isEqualTo(FailureKind.INVALID_VALUE));
    }

    @Test
    void b3_closedUntilStart_opensOnTheHireDate() {
        LifecycleEngine engine = engine(
                LifecyclePolicy.recommended().with(policy -> policy.preStartDays(14)),
                TargetUse.identityProfile().withClosedUntilStart());
        LocalDate start = LocalDate.parse("2026-03-09");
        company.hr.put(ada().withEmployment(Employment.builder()
                .hireDate(start)
                .firstDayOfWork(start)
                .locationTimeZone("UTC")
                .build()));
        engine.run(ImportKind.FULL);
        assertThat(directory.account(ADA).orElseThrow().status()).isEqualTo(AccountStatus.STAGED);
        company.clock.set(Instant.parse("2026-03-08T23:59:00Z"));
        engine.run(ImportKind.FULL);
        engine.advance();
        assertThat(directory.account(ADA).orElseThrow().status()).isEqualTo(AccountStatus.STAGED);
        company.clock.set(Instant.parse("2026-03-09T00:00:00Z"));
        engine.advance();
        assertThat(directory.account(ADA).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
    }

    private static HrRecord ada() {
        return Company.employee("1", "Ada");
    }

    private static HrRecord in(HrRecord record, String... groups) {
        return record.withGroups(List.of(groups));
    }

    private int moves() {
        return (int) directory.calls().stream()
                .filter(call -> call.op() == ChangeKind.MOVE)
                .count();
    }
}
