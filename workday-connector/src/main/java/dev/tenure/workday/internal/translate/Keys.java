package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ids of workers. */
public final class Keys {

    /** The type of the id that an employee has. */
    public static final String EMPLOYEE = "Employee_ID";

    /** The type of the id that a contingent worker has. */
    public static final String CONTINGENT = "Contingent_Worker_ID";

    private Keys() {}

    /**
     * Gives the key of a record.
     *
     * @param worker the record
     * @param byWid whether Workday's own id is the key, rather than the employee or contingent worker id
     * @return the key; empty if the record has no id at all
     */
    public static Optional<String> of(WorkerRecord worker, boolean byWid) {
        String wid = worker.reference().of(Ids.WID);
        if (byWid && wid != null) {
            return Optional.of(wid);
        }
        return Optional.ofNullable(number(worker.reference()));
    }

    /** The employee or contingent worker id that a reference holds, else Workday's own. */
    static @Nullable String number(Ids reference) {
        String employee = reference.of(EMPLOYEE);
        if (employee != null) {
            return employee;
        }
        String contingent = reference.of(CONTINGENT);
        return contingent != null ? contingent : reference.of(Ids.WID);
    }
}
