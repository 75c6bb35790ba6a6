package dev.tenure.lifecycle.internal.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Turns days into instants. */
final class Days {

    private static final long SECONDS = 86_400;

    private Days() {}

    /**
     * The first instant of a day; where midnight does not exist, that is later (C3). The same as {@code atStartOfDay} gives,
     * without the dates with times and zones that it makes on the way: this is most of what a decision does.
     */
    static Instant startOf(LocalDate day, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        LocalDateTime midnight = day.atStartOfDay();
        ZoneOffsetTransition gap = rules.isFixedOffset() ? null : rules.getTransition(midnight);
        if (gap != null && gap.isGap()) {
            return gap.getInstant();
        }
        return Instant.ofEpochSecond(
                day.toEpochDay() * SECONDS - rules.getOffset(midnight).getTotalSeconds());
    }
}
