package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.Flags;
import dev.tenure.workday.internal.wire.StatusRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins what is known as of a day ahead with what is known as of today, so that no ending arrives early (rule B4). Pure. */
public final class Ahead {

    private Ahead() {}

    /**
     * Says whether a record as of a day ahead shows an ending or a beginning that is after today.
     *
     * @param worker the record as of the day ahead
     * @param today today
     * @return true if the worker must be read as of today too
     */
    public static boolean needsToday(WorkerRecord worker, LocalDate today) {
        StatusRecord status = worker.status();
        if (status == null) {
            return false;
        }
        return isAfter("Termination_Date", status.terminationDate(), today)
                || isAfter("Termination_Last_Day_of_Work", status.lastDayOfWork(), today)
                || isAfter("Hire_Date", status.hireDate(), today)
                || (!isTrue(status.active()) && status.terminationDate() == null);
    }

    /**
     * Joins two states of one employment. The termination facts are those of today. A person who works today and has a
     * later hire date ahead is employed until the present employment ends: the later one shows when it comes.
     *
     * @param ahead the status as of the day ahead
     * @param now the status as of today
     * @return the status to decide on
     */
    public static StatusRecord join(StatusRecord ahead, StatusRecord now) {
        if (isTrue(now.active())) {
            return now;
        }
        return new StatusRecord(
                ahead.active(),
                ahead.activeStatusDate(),
                ahead.hireDate(),
                ahead.firstDayOfWork(),
                ahead.terminated(),
                now.terminationDate(),
                now.lastDayOfWork(),
                ahead.hireRescinded(),
                now.primaryReason(),
                now.secondaryReasons());
    }

    private static boolean isAfter(String element, @Nullable String text, LocalDate today) {
        try {
            Optional<LocalDate> date = Dates.read(element, text);
            return date.isPresent() && date.get().isAfter(today);
        } catch (UnreadableRecordException reportedLater) {
            return false;
        }
    }

    private static boolean isTrue(@Nullable String flag) {
        return flag != null && Flags.TRUE.contains(flag);
    }
}
