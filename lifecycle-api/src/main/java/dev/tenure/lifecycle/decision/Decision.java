package dev.tenure.lifecycle.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the rules make of an employment at one instant (rule C10).
 *
 * @param state where the worker stands
 * @param because why
 * @param effectiveAt since when; empty where the rules know no instant, and for {@link LifecycleState#INELIGIBLE} and
 *     {@link LifecycleState#NOT_STARTED}
 * @param next the earliest change of state that is known, later than the instant decided for
 * @param zone the zone in which the day of an end was counted
 * @param unknownZones zones of the worker that were passed over because they are none (rule C3)
 */
public record Decision(
        LifecycleState state,
        Why because,
        Optional<Instant> effectiveAt,
        Optional<Transition> next,
        ZoneId zone,
        List<String> unknownZones) {

    /** Copies the list. */
    public Decision {
        unknownZones = List.copyOf(unknownZones);
    }
}
