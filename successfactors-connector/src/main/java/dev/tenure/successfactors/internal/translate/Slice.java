package dev.tenure.successfactors.internal.translate;

import dev.tenure.successfactors.internal.wire.Row;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A job record that counts: of several with one start date the one with the highest sequence number.
 *
 * @param start its first day
 * @param end its last day, which the next record may cut short; empty for open
 * @param status the external code of the status; empty if no picklist knows it
 * @param active whether that status counts as active
 * @param row the record
 */
record Slice(LocalDate start, Optional<LocalDate> end, Optional<String> status, boolean active, Row row) {

    private static final Set<String> ENDING = Set.of("T", "R", "O");

    boolean isInEffect(LocalDate day) {
        return !start.isAfter(day) && (end.isEmpty() || !end.get().isBefore(day));
    }

    /** Terminated, retired or discarded: the employment is over, not just paused. */
    boolean isEnding() {
        return status.filter(ENDING::contains).isPresent();
    }

    /** Whether its status is known and not active. */
    boolean isInactive() {
        return status.isPresent() && !active;
    }
}
