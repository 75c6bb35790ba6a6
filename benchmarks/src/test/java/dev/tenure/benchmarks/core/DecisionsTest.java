package dev.tenure.benchmarks.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.worker.Employment;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    @Test
    void bothSides_countTheSameWorkers() {
        List<Employment> people = Decisions.people();

        int working = Decisions.decide(new Decider(LifecyclePolicy.recommended()), people);

        assertThat(working)
                .isEqualTo(Decisions.instants(people))
                .isGreaterThan(people.size() / 2)
                .isLessThan(people.size());
    }
}
