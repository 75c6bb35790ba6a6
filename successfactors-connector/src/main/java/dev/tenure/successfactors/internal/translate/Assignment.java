package dev.tenure.successfactors.internal.translate;

import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One employment of a person (part N).
 *
 * @param employment its record
 * @param history its job records, at least one
 * @param global whether it is a global assignment
 * @param number its number among those of its class, from 1
 * @param zone the zone in which its days are counted (rule S8)
 * @param today the day that it is there
 * @param zoneText the zone as HR has it
 */
public record Assignment(
        Row employment,
        History history,
        boolean global,
        int number,
        ZoneId zone,
        LocalDate today,
        Optional<String> zoneText) {

    /** Standard before global, then by number: rule N4. */
    static final Comparator<Assignment> PREFERENCE =
            Comparator.comparing(Assignment::global).thenComparing(Assignment::number);

    static Assignment of(
            Row employment, History history, boolean global, int number, SuccessFactorsPolicy policy, Instant now) {
        Slice current = history.slices().get(0);
        for (Slice slice : history.slices()) {
            Instant start = slice.start().atStartOfDay(zone(slice, policy)).toInstant();
            current = start.isAfter(now) ? current : slice;
        }
        ZoneId zone = zone(current, policy);
        return new Assignment(
                employment,
                history,
                global,
                number,
                zone,
                now.atZone(zone).toLocalDate(),
                Optional.ofNullable(current.row().text("timezone")));
    }

    private static ZoneId zone(Slice slice, SuccessFactorsPolicy policy) {
        if (!policy.timeZoneAware()) {
            return ZoneOffset.UTC;
        }
        return Optional.ofNullable(slice.row().text("timezone"))
                .flatMap(text -> LifecyclePolicy.zone(text.strip()))
                .orElse(policy.fallbackZone());
    }

    /**
     * Gives the prefix of its attributes (rule N2).
     *
     * @return such as {@code ST1}
     */
    public String prefix() {
        return (global ? "GA" : "ST") + number;
    }

    /**
     * Gives its user.
     *
     * @return the user's id; null where there is none
     */
    public @Nullable String userId() {
        return employment.text("userId");
    }

    /**
     * Says whether it is a contingent worker's.
     *
     * @return whether it is
     */
    public boolean contingent() {
        return employment.flag("isContingentWorker");
    }

    /**
     * Gives the status today.
     *
     * @return the external code; empty if no record is in effect
     */
    public Optional<String> status() {
        return history.inEffect(today).flatMap(Slice::status);
    }

    boolean isActive() {
        return history.isActive(today);
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Names the prefix and says nothing of the person. */
    @Override
    public String toString() {
        return "Assignment[" + prefix() + "]";
    }
}
