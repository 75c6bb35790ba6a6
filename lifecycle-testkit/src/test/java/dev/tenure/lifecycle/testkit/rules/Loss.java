package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.SimulatedCrash;

/** How the answer of a call that was made is lost. */
enum Loss {
    KILLED(Fault.Effect.CRASH),
    OUT_OF_REACH(Fault.Effect.UNAVAILABLE);

    private final Fault.Effect effect;

    Loss(Fault.Effect effect) {
        this.effect = effect;
    }

    /** The next call of a kind is made, and nobody hears of it. */
    void of(ChangeKind kind, Company company, LifecycleEngine engine) {
        company.okta.inject(Fault.of(kind, effect).afterTheAct().times(1));
        if (this == KILLED) {
            assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        } else {
            engine.run(ImportKind.INCREMENTAL);
        }
        company.calls();
    }
}
