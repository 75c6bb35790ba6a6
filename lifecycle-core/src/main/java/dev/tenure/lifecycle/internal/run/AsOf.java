package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Says as of which day HR is read. */
final class AsOf {

    private AsOf() {}

    /** B4: with a pre-start interval the source is read as of the day that many days ahead. */
    static Optional<LocalDate> day(LifecyclePolicy policy, Instant now) {
        return policy.preStartDays() == 0
                ? Optional.empty()
                : Optional.of(now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(policy.preStartDays()));
    }
}
