package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.wire.StatusRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Referenced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The workers whose employment ends within a window. They are found as of its end, since Workday shows a termination fully
 * only once it is in force; that gives the termination facts. Everything else is then read as of the day that was asked
 * for, so that nothing but the termination arrives early (rule B4).
 */
final class TerminationsSection implements Section {

    private final Section window;
    private final References references;
    private final Function<Referenced, WorkersQuery> profile;
    private @Nullable Batch found;

    TerminationsSection(Section window, References references, Function<Referenced, WorkersQuery> profile) {
        this.window = window;
        this.references = references;
        this.profile = profile;
    }

    @Override
    public Optional<Batch> next() {
        if (found == null) {
            found = window.next().orElse(null);
        }
        if (found == null) {
            return Optional.empty();
        }
        Batch complete = new Batch(completed(found.records()), found.total());
        found = null;
        return Optional.of(complete);
    }

    @Override
    public void close() {
        window.close();
    }

    private List<WorkerRecord> completed(List<WorkerRecord> ending) {
        Map<String, WorkerRecord> profiles = references.again(ending, profile);
        List<WorkerRecord> complete = new ArrayList<>(ending.size());
        for (WorkerRecord worker : ending) {
            complete.add(joined(worker, Wids.of(worker).map(profiles::get).orElse(null)));
        }
        return complete;
    }

    private static WorkerRecord joined(WorkerRecord ending, @Nullable WorkerRecord today) {
        StatusRecord end = ending.status();
        StatusRecord status = today == null ? null : today.status();
        if (today == null || status == null || end == null) {
            return ending;
        }
        return Merge.withStatus(today, Merge.withTermination(status, end));
    }
}
