package dev.tenure.workday.internal.read;

import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.translate.Keys;
import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Referenced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads certain workers by reference. Ids that Workday does not know are passed over and spoil nothing. */
final class References {

    /** An answer has one page at most, so no moment need be pinned. */
    static final int MOST = 400;

    private static final Pattern WID = Pattern.compile("[0-9a-f]{32}");

    private final HumanResources service;

    References(HumanResources service) {
        this.service = service;
    }

    HumanResources service() {
        return service;
    }

    /** The references that may be meant by a key: a worker number does not say what kind of worker has it. */
    static List<Ids.Id> ofKey(String key) {
        if (WID.matcher(key).matches()) {
            return List.of(new Ids.Id(Ids.WID, key));
        }
        return List.of(new Ids.Id(Keys.EMPLOYEE, key), new Ids.Id(Keys.CONTINGENT, key));
    }

    /**
     * Reads workers.
     *
     * @param ids their references, at most {@link #MOST}
     * @param query makes the query of a selection and a count
     */
    List<WorkerRecord> read(List<Ids.Id> ids, Function<Referenced, WorkersQuery> query) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try {
            return service.workers(query.apply(new Referenced(ids)), 1).workers();
        } catch (InvalidValue refused) {
            if (!isAboutAWorker(refused)) {
                throw refused;
            }
            return apart(ids, query);
        }
    }

    /** Reads records again, some at a time; the result is by Workday's own id and lacks who is not found. */
    Map<String, WorkerRecord> again(List<WorkerRecord> workers, Function<Referenced, WorkersQuery> query) {
        List<Ids.Id> ids = workers.stream()
                .flatMap(worker -> Wids.of(worker).stream())
                .map(wid -> new Ids.Id(Ids.WID, wid))
                .toList();
        Map<String, WorkerRecord> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MOST) {
            for (WorkerRecord worker : read(ids.subList(from, Math.min(ids.size(), from + MOST)), query)) {
                Wids.of(worker).ifPresent(wid -> found.put(wid, worker));
            }
        }
        return found;
    }

    /** A tenant that refuses the whole call for one bad id is asked for each half, down to the bad ones. */
    private List<WorkerRecord> apart(List<Ids.Id> ids, Function<Referenced, WorkersQuery> query) {
        if (ids.size() == 1) {
            return List.of();
        }
        int half = ids.size() / 2;
        List<WorkerRecord> found = new ArrayList<>(read(ids.subList(0, half), query));
        found.addAll(read(ids.subList(half, ids.size()), query));
        return found;
    }

    private static boolean isAboutAWorker(InvalidValue refused) {
        return refused.attribute()
                .filter(type -> type.equals(Keys.EMPLOYEE) || type.equals(Keys.CONTINGENT) || type.equals(Ids.WID))
                .isPresent();
    }
}
