package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.translate.Ahead;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Referenced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A question that is asked as of a day ahead. Terminations must not arrive early by that (rule B4): whoever's record shows
 * an ending or a beginning after today is read again as of today, and {@link Ahead} joins the two. They are few.
 */
final class AheadSection implements Section {

    private final Section ahead;
    private final LocalDate today;
    private final References references;
    private final Function<Referenced, WorkersQuery> asOfToday;
    private @Nullable Batch found;

    AheadSection(Section ahead, LocalDate today, References references, Function<Referenced, WorkersQuery> asOfToday) {
        this.ahead = ahead;
        this.today = today;
        this.references = references;
        this.asOfToday = asOfToday;
    }

    @Override
    public Optional<Batch> next() {
        if (found == null) {
            found = ahead.next().orElse(null);
        }
        if (found == null) {
            return Optional.empty();
        }
        Batch joined = new Batch(joined(found.records()), found.total());
        found = null;
        return Optional.of(joined);
    }

    @Override
    public void close() {
        ahead.close();
    }

    private List<WorkerRecord> joined(List<WorkerRecord> records) {
        List<WorkerRecord> again = records.stream()
                .filter(worker -> Ahead.needsToday(worker, today))
                .toList();
        Map<String, WorkerRecord> present = references.again(again, asOfToday);
        List<WorkerRecord> joined = new ArrayList<>(records.size());
        for (WorkerRecord worker : records) {
            WorkerRecord now = Wids.of(worker).map(present::get).orElse(null);
            joined.add(
                    now == null || now.status() == null || worker.status() == null
                            ? worker
                            : Merge.withStatus(worker, Ahead.join(worker.status(), now.status())));
        }
        return joined;
    }
}
