package dev.tenure.lifecycle.testkit.history;

import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.LifecyclePolicy;

/**
 * What a history happens under.
 *
 * @param parity whether the policy starts from the preset that behaves as Okta does
 * @param preStartDays how early people come in
 * @param revives whether an import opens what is closed (E5)
 * @param clears whether a value that HR removed is cleared (M6)
 * @param keepsActive whether a conversion without a gap is no outage (D2)
 * @param closesAbsent whether who is no longer returned is closed (S2)
 * @param guarded whether the safeguard holds what closes more than a third (S1)
 * @param targets how many targets there are, 1 to 4
 */
record Setting(
        boolean parity,
        int preStartDays,
        boolean revives,
        boolean clears,
        boolean keepsActive,
        boolean closesAbsent,
        boolean guarded,
        int targets) {

    LifecyclePolicy policy() {
        LifecyclePolicy preset = parity ? LifecyclePolicy.oktaParity() : LifecyclePolicy.recommended();
        return preset.with(policy -> policy.preStartDays(preStartDays)
                .useLastDayOfWork(preStartDays > 0)
                .immediateReasons("Fired")
                .reactivateDeactivated(revives)
                .clearRemovedAttributes(clears)
                .conversionKeepsActive(keepsActive)
                .absentWorkers(closesAbsent ? AbsentWorkers.DEACTIVATE : AbsentWorkers.REPORT)
                .safeguardPercent(guarded ? 34 : 100)
                .safeguardMinimum(1));
    }

    /** The same with what makes the end independent of the way to it. */
    Setting withoutMemory() {
        return new Setting(parity, preStartDays, true, true, keepsActive, closesAbsent, false, targets);
    }

    Setting unguarded() {
        return new Setting(parity, preStartDays, revives, clears, keepsActive, closesAbsent, false, targets);
    }

    Setting withGuard() {
        return new Setting(parity, preStartDays, revives, clears, keepsActive, closesAbsent, true, targets);
    }
}
