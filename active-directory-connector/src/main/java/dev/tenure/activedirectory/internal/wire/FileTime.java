package dev.tenure.activedirectory.internal.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Instants as the directory counts them: steps of 100 ns since 1601-01-01 UTC. */
public final class FileTime {

    private static final long EPOCH_SECONDS = 11_644_473_600L;
    private static final long STEPS = 10_000_000L;

    private FileTime() {}

    /**
     * Gives the instant at which the last day of an account is over.
     *
     * @param lastDay the last day on which it can be used
     * @param zone where that day is meant
     * @return the value of accountExpires
     */
    public static long endOf(LocalDate lastDay, ZoneId zone) {
        Instant end = lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        return (end.getEpochSecond() + EPOCH_SECONDS) * STEPS;
    }

    /**
     * Reads accountExpires as a last day.
     *
     * @param value the value
     * @param zone where the day is meant
     * @return the last day on which the account can be used; empty for never, which has two values
     */
    public static Optional<LocalDate> lastDay(long value, ZoneId zone) {
        if (value == 0 || value == Long.MAX_VALUE) {
            return Optional.empty();
        }
        Instant end = Instant.ofEpochSecond(value / STEPS - EPOCH_SECONDS);
        return Optional.of(end.minusSeconds(1).atZone(zone).toLocalDate());
    }
}
