package dev.tenure.successfactors.internal.translate;

import dev.tenure.successfactors.options.PreHireFrom;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a person stands by the job records (rules S2 to S4), which assignment the person's own fields come from, and which
 * record of it (rule N4).
 *
 * @param state where the person stands; the grace after an end is the engine's to count, so it is {@code OVER} here
 * @param primary the assignment that counts
 * @param record the record of it that counts
 */
record Standing(State state, Assignment primary, Slice record) {

    enum State {
        ACTIVE,
        PRE_START,
        NOT_STARTED,
        OVER
    }

    private record Coming(Assignment assignment, Slice slice) {
        Instant at() {
            return assignment.startOf(slice.start());
        }
    }

    static Standing of(List<Assignment> assignments, SuccessFactorsPolicy policy, Instant now) {
        Optional<Assignment> active =
                assignments.stream().filter(Assignment::isActive).min(Assignment.PREFERENCE);
        if (active.isPresent()) {
            Assignment primary = active.get();
            return new Standing(State.ACTIVE, primary, primary.history().shown(primary.today()));
        }
        Optional<Coming> coming = coming(assignments, policy);
        if (coming.isPresent() && policy.preStartDays() > 0) {
            Coming start = coming.get();
            LocalDate opens = start.slice().start().minusDays(policy.preStartDays());
            if (!start.assignment().startOf(opens).isAfter(now)) {
                return new Standing(State.PRE_START, start.assignment(), start.slice());
            }
        }
        if (assignments.stream().noneMatch(one -> one.history().hasStarted(one.today()))) {
            Coming start = coming.orElseGet(() -> first(assignments));
            return new Standing(State.NOT_STARTED, start.assignment(), start.slice());
        }
        return over(assignments);
    }

    private static Optional<Coming> coming(List<Assignment> assignments, SuccessFactorsPolicy policy) {
        if (policy.preHireFrom() == PreHireFrom.NEXT) {
            return assignments.stream()
                    .flatMap(one ->
                            one.history().firstActiveAfter(one.today()).stream().map(slice -> new Coming(one, slice)))
                    .min(Comparator.comparing(Coming::at).thenComparing(Coming::assignment, Assignment.PREFERENCE));
        }
        Coming first = first(assignments);
        boolean ahead = first.slice().start().isAfter(first.assignment().today());
        return ahead && first.slice().active() ? Optional.of(first) : Optional.empty();
    }

    /** The person's very first record; of several on one day an active one. */
    private static Coming first(List<Assignment> assignments) {
        return assignments.stream()
                .map(one -> new Coming(one, one.history().first()))
                .min(Comparator.comparing((Coming one) -> one.slice().start())
                        .thenComparing(one -> !one.slice().active())
                        .thenComparing(Coming::assignment, Assignment.PREFERENCE))
                .orElseThrow();
    }

    /** The one that was active last; where none ever was, the one that began first. */
    private static Standing over(List<Assignment> assignments) {
        Assignment primary = assignments.stream()
                .filter(one -> one.history().hasStarted(one.today()))
                .min(Comparator.comparing(
                                (Assignment one) ->
                                        one.history().lastActiveDay(one.today()).orElse(LocalDate.MIN),
                                Comparator.reverseOrder())
                        .thenComparing(one -> one.history().first().start())
                        .thenComparing(Assignment.PREFERENCE))
                .orElseThrow();
        Slice record = primary.history()
                .lastActive(primary.today())
                .orElseGet(() -> primary.history().shown(primary.today()));
        return new Standing(State.OVER, primary, record);
    }
}
