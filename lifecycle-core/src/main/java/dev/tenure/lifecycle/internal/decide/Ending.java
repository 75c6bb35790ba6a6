package dev.tenure.lifecycle.internal.decide;

import dev.tenure.lifecycle.decision.Why;
import dev.tenure.lifecycle.policy.DayBoundary;
import dev.tenure.lifecycle.policy.ImmediateTiming;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.worker.Employment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the cutoff of an employment: from when on access is closed, and why (part C). */
final class Ending {

    private final LifecyclePolicy policy;
    private final Optional<Pattern> immediateReasons;

    Ending(LifecyclePolicy policy) {
        this.policy = policy;
        // C5: a policy with a pre-start interval may ignore immediate reasons altogether.
        boolean suppressed = policy.preStartSuppressesImmediate() && policy.preStartDays() > 0;
        this.immediateReasons =
                suppressed ? Optional.empty() : policy.immediateReasons().map(Pattern::compile);
    }

    /**
     * An end.
     *
     * @param cutoff from when on access is closed; empty where nothing ends, or where it ends at once with no since
     * @param because why
     * @param atOnce whether it has ended although no cutoff is known (C8)
     * @param intervalFrom when the interval after the end begins (C13)
     */
    record End(Optional<Instant> cutoff, Why because, boolean atOnce, Optional<Instant> intervalFrom) {

        private static final End NONE = new End(Optional.empty(), Why.EMPLOYED, false, Optional.empty());

        boolean reached(Instant now) {
            return atOnce || (cutoff.isPresent() && !now.isBefore(cutoff.get()));
        }

        static End at(Instant cutoff, Why because) {
            return new End(Optional.of(cutoff), because, false, Optional.empty());
        }
    }

    /** Finds the end; {@code window} is when part B lets the worker in, empty where it does not. */
    End of(
            Employment employment,
            Optional<Instant> endSeenAt,
            Instant now,
            ZoneId zone,
            boolean preHire,
            Optional<Instant> window) {
        Optional<LocalDate> termination = termination(employment);
        boolean letIn = policy.postTerminationDays() > 0 && isLetIn(employment, zone, window);
        if (termination.isEmpty()) {
            return withoutDate(employment, zone, preHire, letIn);
        }
        End ordinary = ordinary(employment, termination.get(), zone);
        if (hasImmediateReason(employment)) {
            return immediate(employment, termination.get(), ordinary, endSeenAt.orElse(now), zone);
        }
        return letIn ? withInterval(employment, termination.get(), ordinary, zone) : ordinary;
    }

    /** X of C13: the source's own day, else that of the ordinary cutoff; an immediate reason does not move it. */
    Optional<LocalDate> firstInactiveDay(Employment employment, ZoneId zone) {
        if (employment.inactiveSince().isPresent()) {
            return employment.inactiveSince();
        }
        return termination(employment)
                .map(date -> ordinary(employment, date, zone)
                        .cutoff()
                        .orElseThrow()
                        .atZone(zone)
                        .toLocalDate());
    }

    /** C7: the termination date of an active worker that lies before the hire date is of an earlier employment. */
    private static Optional<LocalDate> termination(Employment employment) {
        Optional<LocalDate> termination = employment.terminationDate();
        return employment.active() && isBeforeHire(employment, termination) ? Optional.empty() : termination;
    }

    private static boolean isBeforeHire(Employment employment, Optional<LocalDate> date) {
        return date.isPresent()
                && employment.hireDate().isPresent()
                && date.get().isBefore(employment.hireDate().get());
    }

    /** C8: what the active flag and its date say where no termination date does. */
    private End withoutDate(Employment employment, ZoneId zone, boolean preHire, boolean letIn) {
        if (employment.inactiveSince().isPresent()) {
            LocalDate first = employment.inactiveSince().get();
            End end = End.at(Days.startOf(first, zone), Why.SOURCE_INACTIVE);
            return letIn ? prolonged(first, end, zone) : end;
        }
        if (employment.active() || preHire) {
            return End.NONE;
        }
        return new End(Optional.empty(), Why.SOURCE_INACTIVE, true, Optional.empty());
    }

    /** C1 and C2, and the exception of C7 for a worker who was inactive before. */
    private End ordinary(Employment employment, LocalDate termination, ZoneId zone) {
        if (endedBefore(employment, termination)) {
            return End.at(Days.startOf(employment.inactiveSince().orElseThrow(), zone), Why.SOURCE_INACTIVE);
        }
        Optional<LocalDate> lastDay = lastDayOfWork(employment, termination);
        LocalDate day = lastDay.orElse(termination);
        LocalDate first = policy.dayBoundary() == DayBoundary.END_OF_DAY ? day.plusDays(1) : day;
        return End.at(Days.startOf(first, zone), lastDay.isPresent() ? Why.LAST_DAY_OF_WORK : Why.TERMINATION_DATE);
    }

    private static boolean endedBefore(Employment employment, LocalDate termination) {
        return !employment.active()
                && employment.inactiveSince().isPresent()
                && !employment.inactiveSince().get().isAfter(termination);
    }

    private Optional<LocalDate> lastDayOfWork(Employment employment, LocalDate termination) {
        if (!policy.useLastDayOfWork()) {
            return Optional.empty();
        }
        boolean ofEarlierEmployment = isBeforeHire(employment, employment.lastDayOfWork())
                && !isBeforeHire(employment, Optional.of(termination));
        return ofEarlierEmployment ? Optional.empty() : employment.lastDayOfWork();
    }

    private boolean hasImmediateReason(Employment employment) {
        if (immediateReasons.isEmpty()) {
            return false;
        }
        Pattern pattern = immediateReasons.get();
        return employment
                        .primaryReason()
                        .filter(reason -> pattern.matcher(reason).matches())
                        .isPresent()
                || employment.secondaryReasons().stream()
                        .anyMatch(reason -> pattern.matcher(reason).matches());
    }

    /** C4 and C5. The interval of C13 does not count, for the ordinary cutoff either. */
    private End immediate(Employment employment, LocalDate termination, End ordinary, Instant seenAt, ZoneId zone) {
        boolean onReceipt = policy.immediateTiming() == ImmediateTiming.ON_RECEIPT;
        Instant at = onReceipt ? seenAt : Days.startOf(termination.minusDays(1), zone);
        Instant ordinaryAt = ordinary.cutoff().orElseThrow();
        boolean earlierCounts = onReceipt || policy.earliestWins() || endedBefore(employment, termination);
        return earlierCounts && ordinaryAt.isBefore(at) ? ordinary : End.at(at, Why.IMMEDIATE_REASON);
    }

    /** C13: only who is in when the first inactive day comes can stay in after it. */
    private boolean isLetIn(Employment employment, ZoneId zone, Optional<Instant> window) {
        Optional<Instant> from = firstInactiveDay(employment, zone).map(day -> Days.startOf(day, zone));
        return window.filter(opens -> from.filter(opens::isAfter).isEmpty()).isPresent();
    }

    /** C13: the interval after the end; a no-show gets none. */
    private End withInterval(Employment employment, LocalDate termination, End ordinary, ZoneId zone) {
        Optional<LocalDate> inactiveSince = employment.inactiveSince();
        if (inactiveSince.isEmpty() && isBeforeHire(employment, Optional.of(termination))) {
            return ordinary;
        }
        return prolonged(firstInactiveDay(employment, zone).orElseThrow(), ordinary, zone);
    }

    private End prolonged(LocalDate firstInactiveDay, End ordinary, ZoneId zone) {
        int days = policy.postTerminationDays();
        if (days == 0) {
            return ordinary;
        }
        return new End(
                Optional.of(Days.startOf(firstInactiveDay.plusDays(days), zone)),
                ordinary.because(),
                false,
                Optional.of(Days.startOf(firstInactiveDay, zone)));
    }
}
