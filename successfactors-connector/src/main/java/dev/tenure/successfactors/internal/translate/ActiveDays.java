package dev.tenure.successfactors.internal.translate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days on which a person is active in any assignment, as stretches without a gap between them.
 *
 * @param stretches the stretches, in order
 */
record ActiveDays(List<Stretch> stretches) {

    /**
     * Days without a gap.
     *
     * @param from the first day
     * @param to the last day; empty for open
     * @param begins the assignment in whose zone the first day is meant
     * @param ends the assignment in whose zone the last day is meant
     */
    record Stretch(LocalDate from, Optional<LocalDate> to, Assignment begins, Assignment ends) {

        boolean reaches(LocalDate day) {
            return to.isEmpty() || !to.get().isBefore(day);
        }

        Stretch with(Stretch other) {
            return lasts(other) ? this : new Stretch(from, other.to, begins, other.ends);
        }

        private boolean lasts(Stretch other) {
            if (to.isEmpty() || other.to.isEmpty()) {
                return to.isEmpty();
            }
            return !ends.startOf(to.get().plusDays(1))
                    .isBefore(other.ends.startOf(other.to.get().plusDays(1)));
        }
    }

    static ActiveDays of(List<Assignment> assignments) {
        List<Stretch> days = new ArrayList<>();
        assignments.stream()
                .flatMap(assignment -> assignment.history().slices().stream()
                        .filter(ActiveDays::counts)
                        .map(slice -> new Stretch(slice.start(), slice.end(), assignment, assignment)))
                .sorted(Comparator.comparing(Stretch::from))
                .forEach(next -> {
                    Stretch last = days.isEmpty() ? null : days.get(days.size() - 1);
                    if (last != null && last.reaches(next.from().minusDays(1))) {
                        days.set(days.size() - 1, last.with(next));
                    } else {
                        days.add(next);
                    }
                });
        return new ActiveDays(List.copyOf(days));
    }

    private static boolean counts(Slice slice) {
        return slice.active()
                && slice.end().filter(end -> end.isBefore(slice.start())).isEmpty();
    }

    Optional<Stretch> around(LocalDate day) {
        return stretches.stream()
                .filter(one -> !one.from().isAfter(day) && one.reaches(day))
                .findFirst();
    }

    List<Stretch> after(LocalDate day) {
        return stretches.stream().filter(one -> one.from().isAfter(day)).toList();
    }
}
