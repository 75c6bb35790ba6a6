package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.read.WorkerReader;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.session.SystemCalls;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.subject.AsOf;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The sources of one run, and whom it has read from each. For one thread. */
final class Sources {

    private static final int MOST_IDS = 200;

    private final Settings settings;
    private final Session session;
    private final Subjects subjects;
    private final SystemCalls calls;
    private final Map<String, HrSource> byName = new LinkedHashMap<>();
    private final Map<String, WorkerReader> readers = new LinkedHashMap<>();

    Sources(Settings settings, Session session, Subjects subjects, SystemCalls calls) {
        this.settings = settings;
        this.session = session;
        this.subjects = subjects;
        this.calls = calls;
        for (HrSource source : settings.sources()) {
            byName.put(source.name(), source);
            readers.put(source.name(), newReader(source));
        }
    }

    private WorkerReader newReader(HrSource source) {
        return new WorkerReader(source, call -> () -> calls.make(call));
    }

    /** In the order of precedence (rule A7). */
    List<HrSource> all() {
        return settings.sources();
    }

    /** The other way round, so that what a lower source lends is known when a higher one is read. */
    List<HrSource> lowestFirst() {
        List<HrSource> reversed = new ArrayList<>(settings.sources());
        Collections.reverse(reversed);
        return reversed;
    }

    Map<String, HrSource> byName() {
        return Map.copyOf(byName);
    }

    /** The names in the order of precedence. */
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    HrSource source(String name) {
        HrSource source = byName.get(name);
        if (source == null) {
            throw new IllegalArgumentException(
                    "No source is named '" + name + "'; the worker reference is of another engine");
        }
        return source;
    }

    WorkerReader reader(HrSource source) {
        WorkerReader reader = readers.get(source.name());
        if (reader == null) {
            throw new IllegalStateException("No source is named " + source.name());
        }
        return reader;
    }

    boolean hasRead(WorkerRef ref) {
        return has(ref.source()) && reader(source(ref.source())).hasRead(ref);
    }

    /** Reads one worker as {@link #anew} does. */
    Optional<Subject> one(WorkerRef ref) {
        return anew(ref.source(), Set.of(ref.id())).stream()
                .filter(subject -> subject.ref().equals(ref))
                .findFirst();
    }

    /**
     * Reads workers whether or not the run has read them before, and does not count them as read; nobody of a source that is
     * no longer there.
     */
    List<Subject> anew(String source, Set<String> ids) {
        if (!has(source)) {
            return List.of();
        }
        List<Subject> found = new ArrayList<>();
        WorkerReader anew = newReader(source(source));
        for (WorkerQuery some : byIds(ids)) {
            anew.read(
                    some,
                    batch -> found.addAll(subjects.read(batch.workers(), session.now(), any -> Subject.Manner.BULK)));
        }
        return found;
    }

    /** Asks for workers by id, some hundreds with each query. */
    List<WorkerQuery> byIds(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<WorkerQuery> queries = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            Set<String> some = new TreeSet<>(all.subList(from, Math.min(all.size(), from + MOST_IDS)));
            queries.add(new WorkerQuery.ByIds(some, asOf()));
        }
        return queries;
    }

    /** The day as of which HR is read (rule B4). */
    Optional<LocalDate> asOf() {
        return AsOf.day(settings.policy(), session.now());
    }
}
