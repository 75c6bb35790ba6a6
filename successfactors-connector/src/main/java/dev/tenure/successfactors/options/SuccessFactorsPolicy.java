package dev.tenure.successfactors.options;

import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The switches of the SuccessFactors rules: what makes somebody active, a pre-hire or a leaver in Employee Central. Some
 * of them the engine's policy has too; {@link #applyTo(LifecyclePolicy)} sets them there, so that both say the same.
 * Immutable.
 *
 * @param preStartDays how many days before the start somebody may come in, 0 or more (S3)
 * @param postTerminationDays how many days somebody keeps access after the last active day, 0 or more (S5)
 * @param activeStatuses the external codes of the employee statuses that count as active, at least one (S2)
 * @param importContingent whether contingent employments count (N5)
 * @param preHireFrom which record makes a pre-hire (S4)
 * @param inactiveSince from which day on somebody counts as inactive (S6)
 * @param timeZoneAware whether days are those of the employment's zone instead of UTC (S8)
 * @param fallbackZone the zone of an employment whose own is not known, where zones count (S8)
 * @param takeOverPrimary whether a write-back makes the business e-mail primary where another is (W4)
 */
@Value.Builder
public record SuccessFactorsPolicy(
        int preStartDays,
        int postTerminationDays,
        Set<String> activeStatuses,
        boolean importContingent,
        PreHireFrom preHireFrom,
        InactiveSince inactiveSince,
        boolean timeZoneAware,
        ZoneId fallbackZone,
        boolean takeOverPrimary) {

    private static final int MOST_DAYS = 3650;

    /** Checks the values and copies the set. */
    public SuccessFactorsPolicy {
        requireDays("preStartDays", preStartDays);
        requireDays("postTerminationDays", postTerminationDays);
        activeStatuses = Set.copyOf(activeStatuses);
        if (activeStatuses.isEmpty() || activeStatuses.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "'activeStatuses' is empty or has a blank code; give at least one external"
                            + " code of the picklist employee-status, such as A");
        }
        Objects.requireNonNull(fallbackZone, "fallbackZone");
    }

    /**
     * Behaves as Okta's own SuccessFactors integration does, its limits included.
     *
     * @return the preset
     */
    public static SuccessFactorsPolicy oktaParity() {
        return new SuccessFactorsPolicyBuilder()
                .preStartDays(0)
                .postTerminationDays(0)
                .addActiveStatuses("A")
                .importContingent(false)
                .preHireFrom(PreHireFrom.EARLIEST)
                .inactiveSince(InactiveSince.LATEST_RECORD)
                .timeZoneAware(false)
                .fallbackZone(ZoneId.of("America/Los_Angeles"))
                .takeOverPrimary(false)
                .build();
    }

    /**
     * Cures the limits of {@link #oktaParity()}: who comes back comes in early too, edits of history prolong nothing, days
     * are those of the employment's zone, and a write-back may take over the primary e-mail.
     *
     * @return the preset
     */
    public static SuccessFactorsPolicy recommended() {
        return oktaParity()
                .with(policy -> policy.preHireFrom(PreHireFrom.NEXT)
                        .inactiveSince(InactiveSince.SPELL_START)
                        .timeZoneAware(true)
                        .takeOverPrimary(true));
    }

    /**
     * Copies this policy with some switches changed.
     *
     * @param changes sets the switches that differ on the builder it is given, and returns it
     * @return the changed policy
     * @throws IllegalArgumentException if a value is not allowed
     */
    public SuccessFactorsPolicy with(UnaryOperator<SuccessFactorsPolicyBuilder> changes) {
        return changes.apply(new SuccessFactorsPolicyBuilder()
                        .preStartDays(preStartDays)
                        .postTerminationDays(postTerminationDays)
                        .activeStatuses(activeStatuses)
                        .importContingent(importContingent)
                        .preHireFrom(preHireFrom)
                        .inactiveSince(inactiveSince)
                        .timeZoneAware(timeZoneAware)
                        .fallbackZone(fallbackZone)
                        .takeOverPrimary(takeOverPrimary))
                .build();
    }

    /**
     * Sets in the engine's policy what both have: the two intervals, the zones of starts and ends, and the fallback zone.
     *
     * @param engine the engine's policy
     * @return the same with these switches set as here
     * @throws IllegalArgumentException if the result contradicts itself
     */
    public LifecyclePolicy applyTo(LifecyclePolicy engine) {
        return engine.with(policy -> policy.preStartDays(preStartDays)
                .postTerminationDays(postTerminationDays)
                .hireTimeZoneAware(timeZoneAware)
                .timeZoneAware(timeZoneAware)
                .fallbackZone(fallbackZone));
    }

    private static void requireDays(String name, int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("'" + name + "' is " + days + "; give a number from 0 to " + MOST_DAYS);
        }
    }
}
