package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Something that will happen to a worker (rule H3).
 *
 * @param worker the worker
 * @param at the instant from which it counts
 * @param kind what happens
 * @param state where the worker stands from then on
 * @param rule the rule that says so
 * @param reason why, in words
 * @param zone the zone in which the day is counted
 * @param targets the targets where the worker has an account now
 * @param successor the record of the same person that takes over, for {@link ForecastKind#CONVERSION}
 */
public record ForecastEvent(
        WorkerRef worker,
        Instant at,
        ForecastKind kind,
        LifecycleState state,
        String rule,
        String reason,
        ZoneId zone,
        List<String> targets,
        Optional<WorkerRef> successor) {

    /** Copies the list. */
    public ForecastEvent {
        targets = List.copyOf(targets);
    }
}
