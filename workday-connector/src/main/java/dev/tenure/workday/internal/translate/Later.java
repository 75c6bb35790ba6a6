package dev.tenure.workday.internal.translate;

import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.workday.internal.wire.Flags;
import dev.tenure.workday.internal.wire.LogRecord;
import dev.tenure.workday.internal.wire.StatusRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What HR knows of the time after today (rule C11). The transaction log says when something is due, but not whether it
 * was moved since: a day of a hire or an ending in it is a day to look at, and the record as of that day is what counts.
 * Pure.
 */
public final class Later {

    private final Set<String> hireTypes;
    private final Set<String> terminationTypes;

    /**
     * Makes the rules.
     *
     * @param hireTypes the ids of the business process types that begin an employment
     * @param terminationTypes the ids of the business process types that end one
     */
    public Later(Set<String> hireTypes, Set<String> terminationTypes) {
        this.hireTypes = Set.copyOf(hireTypes);
        this.terminationTypes = Set.copyOf(terminationTypes);
    }

    /**
     * Finds the days on which an employment may begin or end and of which the record itself does not tell.
     *
     * @param worker the record
     * @param today today
     * @return the days after today, in order
     */
    public Set<LocalDate> daysToLookAt(WorkerRecord worker, LocalDate today) {
        StatusRecord status = worker.status();
        Set<LocalDate> days = new TreeSet<>();
        if (status == null) {
            return days;
        }
        Optional<LocalDate> hire = date("Hire_Date", status.hireDate());
        Optional<LocalDate> end = date("Termination_Date", status.terminationDate());
        for (LogRecord entry : worker.log()) {
            boolean begins = isOneOf(hireTypes, entry);
            if (!entry.rescinded() && (begins || isOneOf(terminationTypes, entry))) {
                effective(entry)
                        .filter(day -> day.isAfter(today))
                        .filter(day -> !(begins ? hire : end).equals(Optional.of(day)))
                        .ifPresent(days::add);
            }
        }
        return days;
    }

    /**
     * Finds other changes that the log announces.
     *
     * @param worker the record
     * @param today today
     * @return the changes after today
     */
    public List<EmploymentEvent> changes(WorkerRecord worker, LocalDate today) {
        List<EmploymentEvent> changes = new ArrayList<>(0);
        for (LogRecord entry : worker.log()) {
            if (!entry.rescinded() && !isOneOf(hireTypes, entry) && !isOneOf(terminationTypes, entry)) {
                effective(entry)
                        .filter(day -> day.isAfter(today))
                        .ifPresent(day -> changes.add(new EmploymentEvent(EmploymentEvent.Kind.CHANGE, day)));
            }
        }
        return changes;
    }

    /**
     * Says what a record as of a later day adds to the one of today.
     *
     * @param today the status as of today
     * @param later the status as of the later day
     * @param day today's day
     * @return a hire and an ending that are after today and not those of today's status
     */
    public List<EmploymentEvent> events(StatusRecord today, StatusRecord later, LocalDate day) {
        List<EmploymentEvent> events = new ArrayList<>(2);
        if (later.hireRescinded() == null || !Flags.TRUE.contains(later.hireRescinded())) {
            date("Hire_Date", later.hireDate())
                    .filter(hire -> hire.isAfter(day)
                            && !date("Hire_Date", today.hireDate()).equals(Optional.of(hire)))
                    .ifPresent(hire -> events.add(new EmploymentEvent(EmploymentEvent.Kind.HIRE, hire)));
        }
        date("Termination_Date", later.terminationDate())
                .filter(end -> end.isAfter(day)
                        && !date("Termination_Date", today.terminationDate()).equals(Optional.of(end)))
                .ifPresent(end -> events.add(new EmploymentEvent(EmploymentEvent.Kind.TERMINATION, end)));
        return events;
    }

    /**
     * Reads when a worker was hired last.
     *
     * @param worker the record
     * @return the day, empty where there is none that can be read
     */
    public static Optional<LocalDate> hireDate(WorkerRecord worker) {
        return worker.status() == null
                ? Optional.empty()
                : date("Hire_Date", worker.status().hireDate());
    }

    private static boolean isOneOf(Set<String> types, LogRecord entry) {
        return entry.type() != null && types.contains(entry.type());
    }

    private static Optional<LocalDate> effective(LogRecord entry) {
        return date("Transaction_Effective_Moment", entry.effective());
    }

    /** What is no date is told where the record itself is translated. */
    private static Optional<LocalDate> date(String element, @Nullable String text) {
        try {
            return Dates.read(element, text);
        } catch (UnreadableRecordException reportedElsewhere) {
            return Optional.empty();
        }
    }
}
