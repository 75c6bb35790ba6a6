package dev.tenure.successfactors.internal.translate;

import dev.tenure.successfactors.internal.wire.BadValueException;
import dev.tenure.successfactors.internal.wire.Row;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The job records of one employment, by date, past and future (part S). Days are calendar dates; which day it is, is for
 * the caller to say.
 *
 * @param slices the records that count, by start; none overlaps another
 */
record History(List<Slice> slices) {

    static History of(Collection<Row> rows, Picklists picklists, Set<String> activeStatuses) {
        TreeMap<LocalDate, Row> byStart = new TreeMap<>();
        for (Row row : rows) {
            LocalDate start = row.date("startDate")
                    .orElseThrow(() -> new BadValueException(
                            "'startDate' of a job record is missing; correct it in the job information"));
            byStart.merge(start, row, (one, other) -> sequence(one).compareTo(sequence(other)) >= 0 ? one : other);
        }
        List<Slice> slices = new ArrayList<>(byStart.size());
        for (Map.Entry<LocalDate, Row> entry : byStart.entrySet()) {
            Row row = entry.getValue();
            Optional<LocalDate> cut =
                    Optional.ofNullable(byStart.higherKey(entry.getKey())).map(next -> next.minusDays(1));
            Optional<LocalDate> end = row.date("endDate");
            Optional<LocalDate> first =
                    cut.isPresent() && (end.isEmpty() || cut.get().isBefore(end.get())) ? cut : end;
            Optional<String> status = picklists.status(row);
            slices.add(new Slice(
                    entry.getKey(),
                    first,
                    status,
                    status.filter(activeStatuses::contains).isPresent(),
                    row));
        }
        return new History(List.copyOf(slices));
    }

    private static BigInteger sequence(Row row) {
        BigInteger number = row.number("seqNumber");
        return number == null ? BigInteger.ZERO : number;
    }

    boolean isEmpty() {
        return slices.isEmpty();
    }

    Slice first() {
        return slices.get(0);
    }

    Optional<Slice> inEffect(LocalDate day) {
        return slices.stream().filter(slice -> slice.isInEffect(day)).findFirst();
    }

    boolean isActive(LocalDate day) {
        return inEffect(day).filter(Slice::active).isPresent();
    }

    boolean hasStarted(LocalDate today) {
        return !first().start().isAfter(today);
    }

    Optional<Slice> lastStarted(LocalDate today) {
        return slices.stream().filter(slice -> !slice.start().isAfter(today)).reduce((one, later) -> later);
    }

    Optional<Slice> next(LocalDate today) {
        return slices.stream().filter(slice -> slice.start().isAfter(today)).findFirst();
    }

    /** The record to show (rule N7): in effect, else the next one, else the last one. */
    Slice shown(LocalDate today) {
        return inEffect(today).or(() -> next(today)).orElse(slices.get(slices.size() - 1));
    }

    Optional<Slice> firstActiveAfter(LocalDate today) {
        return slices.stream()
                .filter(slice -> slice.active() && slice.start().isAfter(today))
                .findFirst();
    }

    /** The last active record that has begun. */
    Optional<Slice> lastActive(LocalDate today) {
        return slices.stream()
                .filter(slice -> slice.active()
                        && !slice.start().isAfter(today)
                        && slice.end()
                                .filter(end -> end.isBefore(slice.start()))
                                .isEmpty())
                .reduce((one, later) -> later);
    }

    /** The last active day up to today. */
    Optional<LocalDate> lastActiveDay(LocalDate today) {
        return lastActive(today)
                .map(slice -> slice.end().filter(end -> end.isBefore(today)).orElse(today));
    }

    /** An unknown status counts where the record is in effect or ahead (rule S1). */
    boolean hasUnknownStatus(LocalDate today) {
        return slices.stream()
                .anyMatch(slice -> slice.status().isEmpty()
                        && slice.end().filter(end -> end.isBefore(today)).isEmpty());
    }

    /** The spell of the record in effect on a day, where that is an active one. */
    Optional<Spell> activeSpell(LocalDate day) {
        return inEffect(day).filter(Slice::active).map(this::spell);
    }

    /** The stretch between two ends that a record belongs to. */
    Spell spell(Slice anchor) {
        int at = slices.indexOf(anchor);
        int from = at;
        while (from > 0 && !slices.get(from - 1).isEnding()) {
            from--;
        }
        int end = at;
        while (end < slices.size() && !slices.get(end).isEnding()) {
            end++;
        }
        Optional<Slice> ending = end < slices.size() ? Optional.of(slices.get(end)) : Optional.empty();
        boolean endsAgain = end + 1 < slices.size() && slices.get(end + 1).isEnding();
        return new Spell(slices.get(from), from == 0, ending, endsAgain);
    }

    /**
     * A stretch of an employment: from its beginning, or the record after an end, to the next end.
     *
     * @param first its first record
     * @param original whether nothing of this employment was before it
     * @param ending the record that ends it (terminated, retired, discarded)
     * @param endsAgain whether that is followed by another such record
     */
    record Spell(Slice first, boolean original, Optional<Slice> ending, boolean endsAgain) {}
}
