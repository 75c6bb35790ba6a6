package dev.tenure.lifecycle.policy;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.immutables.value.Value;

/**
 * How the rules are applied: one value with every switch. Start from one of the presets and change what should differ:
 *
 * <pre>{@code LifecyclePolicy.recommended().with(policy -> policy.preStartDays(7))}</pre>
 *
 * A policy that contradicts itself is refused when it is built, with the switch named. Immutable.
 *
 * @param sourcing whether HR goes on managing the users it brought in (A6)
 * @param preStartDays how many days before the hire date a worker may come in, 0 or more (B3)
 * @param requireSourceAccount whether only workers with an account in the HR system come in (B2)
 * @param hireTimeZoneAware whether the day of a start begins in the worker's zone instead of UTC (B5)
 * @param immediateReasons a {@link Pattern} that a termination reason must match as a whole to close access early; empty
 *     for none (C4)
 * @param immediateTiming when an immediate reason closes access (C4)
 * @param preStartSuppressesImmediate whether a policy with a pre-start interval ignores immediate reasons (C5)
 * @param earliestWins whether the earlier counts where both a last day of work and an immediate reason give a cutoff (C5)
 * @param useLastDayOfWork whether the last day of work stands for the termination date where it is known (C2)
 * @param timeZoneAware whether the day of an end is that of the worker's zone instead of UTC (C3)
 * @param fallbackZone the zone of a worker whose own is not known, where zones count (C3)
 * @param postTerminationDays how many days an ended worker keeps access, 0 or more (C13)
 * @param dayBoundary at which end of its day an ordinary end takes effect (C1)
 * @param importGroups whether provisioning groups are read and kept at the target (G5)
 * @param conversionKeepsActive whether a contractor who becomes an employee without a gap keeps access (D2)
 * @param repairDrift whether a full import sets back what someone changed at the target (E14)
 * @param groupIdentity what makes a group the same group (G4)
 * @param confirmExact whether an exact match is linked without asking (E7)
 * @param confirmNew whether a worker without a match is created without asking (E8)
 * @param confirmPartial whether a partial match is linked without asking (E9)
 * @param reactivateDeactivated whether an import revives the deactivated account of a worker who is back (E5)
 * @param reactivateSuspended whether an import unsuspends the suspended account of an active worker (E6)
 * @param writeBack which contact data is written back to HR (F1)
 * @param writeBackOnCreate whether it is written in the same run that creates the account (F2)
 * @param clearRemovedAttributes whether a value that HR removed is cleared at the target (M6)
 * @param adoptGroups whether a group of the same name that the engine did not create is taken over (G1)
 * @param moveOnGroupChange whether a later change of group moves a directory account to another place (G6)
 * @param absentWorkers what becomes of workers that a full import no longer returns (S2)
 * @param safeguardPercent how many percent of the linked users of a target one import may deactivate, 0 to 100 (S1)
 * @param safeguardMinimum how many linked users a target must have for the safeguard to count, 0 or more (S1)
 */
@Value.Builder
public record LifecyclePolicy(
        Sourcing sourcing,
        int preStartDays,
        boolean requireSourceAccount,
        boolean hireTimeZoneAware,
        Optional<String> immediateReasons,
        ImmediateTiming immediateTiming,
        boolean preStartSuppressesImmediate,
        boolean earliestWins,
        boolean useLastDayOfWork,
        boolean timeZoneAware,
        ZoneId fallbackZone,
        int postTerminationDays,
        DayBoundary dayBoundary,
        boolean importGroups,
        boolean conversionKeepsActive,
        boolean repairDrift,
        GroupIdentity groupIdentity,
        boolean confirmExact,
        boolean confirmNew,
        boolean confirmPartial,
        boolean reactivateDeactivated,
        boolean reactivateSuspended,
        Set<WriteBackField> writeBack,
        boolean writeBackOnCreate,
        boolean clearRemovedAttributes,
        boolean adoptGroups,
        boolean moveOnGroupChange,
        AbsentWorkers absentWorkers,
        int safeguardPercent,
        int safeguardMinimum) {

    private static final int MOST_DAYS = 3650;

    /** Refuses what contradicts itself. */
    public LifecyclePolicy {
        writeBack = Set.copyOf(writeBack);
        between("preStartDays", preStartDays, 0, MOST_DAYS);
        between("postTerminationDays", postTerminationDays, 0, MOST_DAYS);
        between("safeguardPercent", safeguardPercent, 0, 100);
        between("safeguardMinimum", safeguardMinimum, 0, Integer.MAX_VALUE);
        if (preStartDays > 0 && sourcing == Sourcing.IMPORT_ONLY) {
            throw new IllegalArgumentException("preStartDays is " + preStartDays
                    + " and sourcing is IMPORT_ONLY: an early start needs PROFILE_SOURCE, so that a withdrawn hire can"
                    + " be taken back (rule B3); set preStartDays to 0 or sourcing to PROFILE_SOURCE");
        }
        immediateReasons.ifPresent(LifecyclePolicy::requirePattern);
    }

    /**
     * Behaves as Okta's own Workday integration does, its limits included.
     *
     * @return the preset
     */
    public static LifecyclePolicy oktaParity() {
        return new LifecyclePolicyBuilder()
                .sourcing(Sourcing.PROFILE_SOURCE)
                .preStartDays(0)
                .requireSourceAccount(false)
                .hireTimeZoneAware(false)
                .immediateTiming(ImmediateTiming.DAY_BEFORE)
                .preStartSuppressesImmediate(true)
                .earliestWins(false)
                .useLastDayOfWork(false)
                .timeZoneAware(false)
                .fallbackZone(ZoneId.of("America/Los_Angeles"))
                .postTerminationDays(0)
                .dayBoundary(DayBoundary.END_OF_DAY)
                .importGroups(true)
                .conversionKeepsActive(false)
                .repairDrift(false)
                .groupIdentity(GroupIdentity.NAME)
                .confirmExact(true)
                .confirmNew(true)
                .confirmPartial(false)
                .reactivateDeactivated(false)
                .reactivateSuspended(false)
                .writeBackOnCreate(false)
                .clearRemovedAttributes(false)
                .adoptGroups(false)
                .moveOnGroupChange(false)
                .absentWorkers(AbsentWorkers.REPORT)
                .safeguardPercent(20)
                .safeguardMinimum(100)
                .build();
    }

    /**
     * Cures the limits of {@link #oktaParity()}: zones for starts and ends, the earlier cutoff wins, returns and
     * conversions without a hand, groups by reference id, write-back at once, removed values cleared.
     *
     * @return the preset
     */
    public static LifecyclePolicy recommended() {
        return oktaParity()
                .with(policy -> policy.hireTimeZoneAware(true)
                        .timeZoneAware(true)
                        .preStartSuppressesImmediate(false)
                        .earliestWins(true)
                        .conversionKeepsActive(true)
                        .groupIdentity(GroupIdentity.REFERENCE_ID)
                        .reactivateDeactivated(true)
                        .writeBackOnCreate(true)
                        .clearRemovedAttributes(true));
    }

    /**
     * Copies this policy with some switches changed.
     *
     * @param changes sets the switches that differ on the builder it is given, and returns it
     * @return the changed policy
     * @throws IllegalArgumentException if the result contradicts itself
     */
    public LifecyclePolicy with(UnaryOperator<LifecyclePolicyBuilder> changes) {
        return changes.apply(toBuilder()).build();
    }

    private LifecyclePolicyBuilder toBuilder() {
        return new LifecyclePolicyBuilder()
                .sourcing(sourcing)
                .preStartDays(preStartDays)
                .requireSourceAccount(requireSourceAccount)
                .hireTimeZoneAware(hireTimeZoneAware)
                .immediateReasons(immediateReasons)
                .immediateTiming(immediateTiming)
                .preStartSuppressesImmediate(preStartSuppressesImmediate)
                .earliestWins(earliestWins)
                .useLastDayOfWork(useLastDayOfWork)
                .timeZoneAware(timeZoneAware)
                .fallbackZone(fallbackZone)
                .postTerminationDays(postTerminationDays)
                .dayBoundary(dayBoundary)
                .importGroups(importGroups)
                .conversionKeepsActive(conversionKeepsActive)
                .repairDrift(repairDrift)
                .groupIdentity(groupIdentity)
                .confirmExact(confirmExact)
                .confirmNew(confirmNew)
                .confirmPartial(confirmPartial)
                .reactivateDeactivated(reactivateDeactivated)
                .reactivateSuspended(reactivateSuspended)
                .writeBack(writeBack)
                .writeBackOnCreate(writeBackOnCreate)
                .clearRemovedAttributes(clearRemovedAttributes)
                .adoptGroups(adoptGroups)
                .moveOnGroupChange(moveOnGroupChange)
                .absentWorkers(absentWorkers)
                .safeguardPercent(safeguardPercent)
                .safeguardMinimum(safeguardMinimum);
    }

    /**
     * Reads a zone as the rules do (rule C3): an IANA region, or a fixed offset such as {@code +10:00} or
     * {@code GMT+10}.
     *
     * @param text the zone as HR writes it
     * @return the zone, empty where the text is none
     */
    public static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException notAZone) {
            return Optional.empty();
        }
    }

    private static void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    field + " is " + value + "; it must be " + least + " or more and " + most + " or less");
        }
    }

    private static void requirePattern(String regex) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException(
                    "immediateReasons is not a regular expression: " + broken.getDescription() + " at character "
                            + (broken.getIndex() + 1) + " of '" + regex + "'",
                    broken);
        }
    }
}
