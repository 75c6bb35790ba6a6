package dev.tenure.successfactors.internal.read;

import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.call.Operation;
import dev.tenure.successfactors.internal.call.Pager;
import dev.tenure.successfactors.internal.wire.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Certain people: a question for some ids at a time. For one thread. */
final class NamedPeople implements Batches {

    private final ODataClient client;
    private final Queries queries;
    private final boolean withTypes;
    private final List<List<String>> parts;
    private final Set<String> asked;
    private int part;
    private @Nullable Pager pager;

    NamedPeople(ODataClient client, Queries queries, boolean withTypes, Collection<String> ids, int pageSize) {
        this.client = client;
        this.queries = queries;
        this.withTypes = withTypes;
        this.parts = Queries.parts(ids, pageSize);
        this.asked = Set.copyOf(ids);
    }

    @Override
    public Optional<List<Row>> next() {
        while (true) {
            if (pager == null) {
                if (part == parts.size()) {
                    return Optional.empty();
                }
                pager = new Pager(client, Operation.PEOPLE, queries.people(parts.get(part++), withTypes));
            }
            Optional<List<Row>> page = pager.next();
            if (page.isPresent()) {
                // Servers that compare without case give more than was asked for.
                return page.map(rows -> rows.stream()
                        .filter(row -> asked.contains(String.valueOf(row.text("personIdExternal"))))
                        .toList());
            }
            pager = null;
        }
    }
}
