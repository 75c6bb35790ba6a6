package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        engine.run(ImportKind.INCREMENTAL);
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
        engine.run(ImportKind.INCREMENTAL);
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
    void s5_aPreviewOfASwap_isWhatIsThenDone() {
        Company other = new Company();
        LifecycleEngine previews = other.engine(LifecyclePolicy.recommended());
        other.hr.put(record(0), record(1));
        previews.run(ImportKind.FULL);
        other.calls();
        other.hr.put(
                record(0).with("userName", Company.login(name(1))), record(1).with("userName", Company.login(name(0))));
        Plan plan = previews.plan(ImportKind.INCREMENTAL);
        List<String> shown = new ArrayList<>();
        plan.changes()
                .forEach(
                        change -> shown.add(change.kind() + " " + change.login().orElse("")));
        previews.apply(plan);
        assertThat(other.calls()).containsExactlyInAnyOrderElementsOf(shown).hasSize(3);
        assertThat(previews.pending()).isEmpty();
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

    private static String name(int i) {
        return List.of("Ada", "Lin", "Sam", "Kim", "Noa").get(i);
    }

    private Optional<String> owner(String name) {
        return okta.account(Company.login(name))
                .flatMap(account -> account.attributes().text("employeeNumber"));
    }
}
