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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sources of one run, and whom it has read from each. For one thread. */
final class Sources {

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

    /**
     * Reads one worker, whether or not the run has read it before, and does not count it as read; nobody of a source that is
     * no longer there.
     */
    Optional<Subject> one(WorkerRef ref) {
        if (!has(ref.source())) {
            return Optional.empty();
        }
        List<Subject> found = new ArrayList<>();
        newReader(source(ref.source()))
                .read(
                        new WorkerQuery.ByIds(Set.of(ref.id()), asOf()),
                        batch -> found.addAll(
                                subjects.read(batch.workers(), session.now(), any -> Subject.Manner.BULK)));
        return found.stream().filter(subject -> subject.ref().equals(ref)).findFirst();
    }

    /** The day as of which HR is read (rule B4). */
    Optional<LocalDate> asOf() {
        return AsOf.day(settings.policy(), session.now());
    }
}
