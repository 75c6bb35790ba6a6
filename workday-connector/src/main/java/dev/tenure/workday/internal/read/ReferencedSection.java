package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Referenced;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Certain workers, some at a time. Who is asked for under two references comes once. */
final class ReferencedSection implements Section {

    private final References references;
    private final List<String> keys;
    private final int atOnce;
    private final Function<Referenced, WorkersQuery> query;
    private final Set<String> had = new HashSet<>();
    private int from;

    ReferencedSection(References references, List<String> keys, int atOnce, Function<Referenced, WorkersQuery> query) {
        this.references = references;
        this.keys = keys;
        this.atOnce = atOnce;
        this.query = query;
    }

    @Override
    public Optional<Batch> next() {
        if (from >= keys.size()) {
            return Optional.empty();
        }
        int to = Math.min(keys.size(), from + atOnce);
        List<Ids.Id> ids = keys.subList(from, to).stream()
                .flatMap(key -> References.ofKey(key).stream())
                .toList();
        List<WorkerRecord> once = references.read(ids, query).stream()
                .filter(worker -> Wids.of(worker).map(had::add).orElse(true))
                .toList();
        Batch batch = new Batch(once, OptionalLong.empty());
        from = to;
        return Optional.of(batch);
    }
}
