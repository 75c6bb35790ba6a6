package dev.tenure.simulators.workday;

import java.time.LocalDate;
import java.util.Optional;

/** One employment or contract, from its first day to its last. */
record Spell(LocalDate hireDate, LocalDate firstDayOfWork, Optional<Termination> end, boolean rescinded) {

    boolean begunBy(LocalDate day) {
        return !hireDate.isAfter(day);
    }

    boolean endedBefore(LocalDate day) {
        return end.isPresent() && end.get().date().isBefore(day);
    }

    boolean activeOn(LocalDate day) {
        return !rescinded && begunBy(day) && !endedBefore(day);
    }

    Spell ending(Optional<Termination> termination) {
        return new Spell(hireDate, firstDayOfWork, termination, rescinded);
    }

    Spell takenBack() {
        return new Spell(hireDate, firstDayOfWork, end, true);
    }
}
