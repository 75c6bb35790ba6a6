package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.Optional;

/** The ids that Workday makes itself. */
final class Wids {

    private Wids() {}

    static Optional<String> of(WorkerRecord worker) {
        return Optional.ofNullable(worker.reference().of(Ids.WID));
    }
}
