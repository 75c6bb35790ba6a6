package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.WorkerRecord;
import org.jspecify.annotations.Nullable;

/** Finds a worker's account in Workday. */
final class Accounts {

    private Accounts() {}

    static @Nullable String userName(WorkerRecord worker) {
        if (worker.userId() != null) {
            return worker.userId();
        }
        return worker.account() == null ? null : worker.account().userName();
    }
}
