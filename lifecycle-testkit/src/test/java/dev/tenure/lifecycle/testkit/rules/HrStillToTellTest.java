package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HR is to be told survives runs that are cut off again before they tell it (rules F1, S4). */
class HrStillToTellTest {

    private static final HrRecord RENAMED = Kills.ada().with("userName", "adele@acme.test");

    private final Kills kills = new Kills();
    private final Company company = kills.company();
    private final LifecycleEngine engine = company.builder(
                    LifecyclePolicy.recommended().with(with -> with.writeBack(List.of(WriteBackField.EMAIL))))
            .mapping(AttributeMapping.builder()
                    .addAll(DefaultMappings.hrToOkta())
                    .row("email", "source.userName")
                    .build())
            .target(company.okta)
            .build();

    @BeforeEach
    void cutOffBeforeHrIsTold() {
        company.hr.put(Kills.ada());
        engine.run(ImportKind.FULL);
        company.hr.put(RENAMED);
        company.hr.inject(Fault.of(ChangeKind.WRITE_BACK, Fault.Effect.CRASH).times(1));
        killed(ImportKind.INCREMENTAL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void s4_cutOffWithinAnUpdateAfterwards(boolean made) {
        company.hr.put(RENAMED.with("city", "Oslo"));
        cut(ChangeKind.UPDATE, made);
        killed(ImportKind.INCREMENTAL);

        engine.run(ImportKind.INCREMENTAL);
        assertToldOnce();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void s4_cutOffAfterwardsWithinTheReactivation_ofAnAccountThatSomebodyClosed(boolean made) {
        company.okta.setStatus("adele@acme.test", AccountStatus.DEACTIVATED);
        company.hr.put(RENAMED.with("city", "Oslo"));
        cut(ChangeKind.REACTIVATE, made);
        killed(ImportKind.FULL);

        engine.run(ImportKind.FULL);
        assertToldOnce();
    }

    @Test
    void s4_cutOffWithinTheTellingAfterwards() {
        company.hr.put(RENAMED.with("city", "Oslo"));
        company.hr.inject(Fault.of(ChangeKind.WRITE_BACK, Fault.Effect.CRASH).times(1));
        killed(ImportKind.INCREMENTAL);

        engine.run(ImportKind.INCREMENTAL);
        assertToldOnce();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Effect.class,
            names = {"TURNED_AWAY", "INVALID_VALUE", "UNAVAILABLE"})
    void s4_anUpdateFailsAfterwards(Fault.Effect effect) {
        company.hr.put(RENAMED.with("city", "Oslo"));
        company.okta.inject(Fault.of(ChangeKind.UPDATE, effect));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(addressInHr()).contains("ada@acme.test");

        company.okta.clearFaults();
        engine.run(ImportKind.FULL);
        assertToldOnce();
    }

    private void assertToldOnce() {
        assertThat(addressInHr()).contains("adele@acme.test");
        assertThat(company.store.journal(JournalQuery.all(), 0, 100).stream()
                        .filter(entry -> entry.kind() == ChangeKind.WRITE_BACK)
                        .map(entry -> entry.outcome()))
                .containsExactly(OutcomeKind.APPLIED);
        kills.assertSettled(engine);
    }

    private void cut(ChangeKind kind, boolean made) {
        Fault fault = Fault.of(kind, Fault.Effect.CRASH).times(1);
        company.okta.inject(made ? fault.afterTheAct() : fault);
    }

    private void killed(ImportKind kind) {
        assertThatThrownBy(() -> engine.run(kind)).isInstanceOf(SimulatedCrash.class);
    }

    private Optional<String> addressInHr() {
        return company.hr.worker("1").orElseThrow().profile().text("email");
    }
}
