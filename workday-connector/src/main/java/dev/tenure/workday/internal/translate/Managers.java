package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.JobRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds a worker's manager. */
final class Managers {

    private Managers() {}

    static boolean areRead(WorkerRecord worker) {
        return worker.managers() != null || ofPosition(worker) != null;
    }

    /**
     * The manager of the nearest level of the chain, which is the last one; where that level has none, the one the
     * position names, else that of the nearest level above. Who leads an organization is not his own manager.
     */
    static @Nullable String id(WorkerRecord worker) {
        String self = Keys.number(worker.reference());
        List<Ids> levels = worker.managers() == null ? List.of() : worker.managers();
        String nearest = levels.isEmpty() ? null : other(levels.get(levels.size() - 1), self);
        if (nearest != null) {
            return nearest;
        }
        String ofPosition = ofPosition(worker);
        if (ofPosition != null) {
            return ofPosition;
        }
        for (int level = levels.size() - 2; level >= 0; level--) {
            String above = other(levels.get(level), self);
            if (above != null) {
                return above;
            }
        }
        return null;
    }

    private static @Nullable String other(Ids manager, @Nullable String self) {
        String id = Keys.number(manager);
        return Objects.equals(id, self) ? null : id;
    }

    private static @Nullable String ofPosition(WorkerRecord worker) {
        JobRecord job = Jobs.primary(worker);
        return job == null ? null : Keys.number(job.manager());
    }
}
