package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Says as of which day HR is read. */
public final class AsOf {

    private AsOf() {}

    /**
     * B4: with a pre-start interval the source is read as of the day that many days ahead. Where the worker's own zone
     * counts, that day begins up to fourteen hours before it does in UTC (B5).
     */
    public static Optional<LocalDate> day(LifecyclePolicy policy, Instant now) {
        ZoneOffset firstToBegin = policy.hireTimeZoneAware() ? ZoneOffset.ofHours(14) : ZoneOffset.UTC;
        return policy.preStartDays() == 0
                ? Optional.empty()
                : Optional.of(now.atOffset(firstToBegin).toLocalDate().plusDays(policy.preStartDays()));
    }
}
