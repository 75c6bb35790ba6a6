package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Referenced;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Certain workers, some at a time. */
final class ReferencedSection implements Section {

    private final References references;
    private final List<String> keys;
    private final int atOnce;
    private final Function<Referenced, WorkersQuery> query;
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
        Batch batch = new Batch(references.read(ids, query), OptionalLong.empty());
        from = to;
        return Optional.of(batch);
    }
}
