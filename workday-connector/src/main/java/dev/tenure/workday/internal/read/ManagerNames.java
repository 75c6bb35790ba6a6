package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Referenced;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The user names of managers, which stand in the managers' own records. Kept for as long as a read lasts, the latest some
 * thousand of them. For one thread.
 */
final class ManagerNames {

    private static final int MOST = 20_000;

    private final References references;
    private final Function<Referenced, WorkersQuery> query;
    private final Function<WorkerRecord, String> number;
    private final Function<WorkerRecord, Optional<String>> userName;

    private final Map<String, Optional<String>> names = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
            return size() > MOST;
        }
    };

    ManagerNames(
            References references,
            Function<Referenced, WorkersQuery> query,
            Function<WorkerRecord, String> number,
            Function<WorkerRecord, Optional<String>> userName) {
        this.references = references;
        this.query = query;
        this.number = number;
        this.userName = userName;
    }

    /** Gives the names of some managers; those who are not in the records at hand are asked for. */
    Map<String, Optional<String>> of(Collection<String> managers, List<WorkerRecord> atHand) {
        Map<String, Optional<String>> wanted = new LinkedHashMap<>();
        managers.forEach(manager -> wanted.put(manager, Optional.empty()));
        for (WorkerRecord worker : atHand) {
            if (wanted.containsKey(number.apply(worker))) {
                names.put(number.apply(worker), userName.apply(worker));
            }
        }
        List<String> unknown = wanted.keySet().stream()
                .filter(manager -> names.get(manager) == null)
                .toList();
        for (int from = 0; from < unknown.size(); from += References.MOST) {
            ask(unknown.subList(from, Math.min(unknown.size(), from + References.MOST)));
        }
        wanted.replaceAll((manager, none) -> names.getOrDefault(manager, Optional.empty()));
        return wanted;
    }

    private void ask(List<String> managers) {
        List<Ids.Id> ids = new ArrayList<>();
        managers.forEach(manager -> ids.addAll(References.ofKey(manager)));
        for (WorkerRecord worker : references.read(ids, query)) {
            names.put(number.apply(worker), userName.apply(worker));
        }
        managers.forEach(manager -> names.putIfAbsent(manager, Optional.empty()));
    }
}
