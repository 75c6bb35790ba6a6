package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.decision.Why;
import java.util.Optional;

/** Makes of an absent worker one who has ended, where the policy wants that (rule S2). */
public final class Absent {

    private Absent() {}

    public static Subject of(Subject subject) {
        Decision decision = subject.decision();
        Decision ended = new Decision(
                LifecycleState.TERMINATED,
                Why.SOURCE_INACTIVE,
                Optional.empty(),
                Optional.empty(),
                decision.zone(),
                decision.unknownZones());
        return subject.decided(ended);
    }
}
