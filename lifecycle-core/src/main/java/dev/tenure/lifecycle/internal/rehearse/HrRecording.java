package dev.tenure.lifecycle.internal.rehearse;

import dev.tenure.lifecycle.source.UnreadableWorker;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What HR answered in a rehearsal, so that what is then carried out rests on the same facts. Holds values of persons: for as
 * long as the plan lives, and nowhere else. Safe for use by several threads.
 */
public final class HrRecording {

    private final Map<Class<?>, Read> reads = new HashMap<>();
    private final Map<String, Worker> byId = new HashMap<>();
    private final Map<String, UnreadableWorker> unreadable = new HashMap<>();
    private final Map<String, WorkerRef> namedOtherwise = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private boolean askedForGroups;
    private Optional<List<ProvisioningGroup>> groups = Optional.empty();

    /** Begins with nothing. */
    public HrRecording() {}

    /**
     * All pages of one query.
     *
     * @param pages the pages
     * @param watermark how far the source was read
     */
    record Read(List<WorkerPage> pages, Optional<Watermark> watermark) {

        Read {
            pages = List.copyOf(pages);
        }

        @Override
        public String toString() {
            return "Read[" + pages.size() + " pages]";
        }
    }

    synchronized void add(WorkerQuery query, List<WorkerPage> pages, Optional<Watermark> watermark) {
        if (query instanceof WorkerQuery.ByIds some) {
            asked.addAll(some.ids());
            pages.forEach(page -> {
                page.workers().forEach(worker -> byId.put(worker.ref().id(), worker));
                page.unreadable().forEach(record -> record.worker().ifPresent(ref -> unreadable.put(ref.id(), record)));
                namedOtherwise.putAll(page.namedOtherwise());
            });
        } else {
            reads.put(query.getClass(), new Read(pages, watermark));
        }
    }

    /** What was answered to a query of this kind; an import makes each but 'by id' once. */
    synchronized Optional<Read> of(WorkerQuery query) {
        if (query instanceof WorkerQuery.ByIds some) {
            return asked.containsAll(some.ids()) ? Optional.of(byIds(some.ids())) : Optional.empty();
        }
        return Optional.ofNullable(reads.get(query.getClass()));
    }

    private Read byIds(Set<String> ids) {
        Map<String, WorkerRef> otherwise = new HashMap<>(namedOtherwise);
        otherwise.keySet().retainAll(ids);
        Set<String> keys = new LinkedHashSet<>();
        ids.forEach(id -> keys.add(
                Optional.ofNullable(otherwise.get(id)).map(WorkerRef::id).orElse(id)));
        List<Worker> workers = new ArrayList<>();
        List<UnreadableWorker> broken = new ArrayList<>();
        keys.forEach(id -> {
            Optional.ofNullable(byId.get(id)).ifPresent(workers::add);
            Optional.ofNullable(unreadable.get(id)).ifPresent(broken::add);
        });
        WorkerPage page = new WorkerPage(workers, broken, OptionalLong.of(workers.size()), otherwise);
        return new Read(List.of(page), Optional.empty());
    }

    synchronized void groups(Optional<List<ProvisioningGroup>> all) {
        askedForGroups = true;
        groups = all.map(List::copyOf);
    }

    synchronized boolean hasGroups() {
        return askedForGroups;
    }

    /** The groups, empty where the source cannot list them. */
    synchronized Optional<List<ProvisioningGroup>> groups() {
        return groups;
    }
}
