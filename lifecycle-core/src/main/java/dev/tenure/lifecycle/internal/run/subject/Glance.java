package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.decision.ZoneOrigin;
import dev.tenure.lifecycle.internal.apply.Retries;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.read.WorkerReader;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Looks at workers as a run would, and writes nothing. Safe for use by several threads. */
public final class Glance {

    private final Settings settings;
    private final Decider decider;
    private final Subjects subjects;
    private final Mapper identityMapper;
    private final Retries retries;

    public Glance(Settings settings, Decider decider, Mapper identityMapper) {
        this.settings = settings;
        this.decider = decider;
        this.subjects = new Subjects(settings.policy(), settings.store(), decider, settings.personKey());
        this.identityMapper = identityMapper;
        this.retries = new Retries(
                settings.clock(),
                settings.pause(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Where the zone comes from in which the end of a worker is counted. */
    public ZoneOrigin zoneOrigin(Subject subject) {
        return decider.zoneOrigin(subject.decision(), subject.employment());
    }

    /** Reads all workers of all sources, page by page; where several know one person, the record in charge. */
    public void all(Instant now, Consumer<List<Subject>> sink) {
        List<HrSource> sources = settings.sources();
        if (sources.size() == 1) {
            all(sources.get(0), now, sink);
            return;
        }
        JoinedSources joined = new JoinedSources(sink, decider);
        for (int i = sources.size() - 1; i > 0; i--) {
            all(sources.get(i), now, joined::lower);
        }
        all(sources.get(0), now, joined::highest);
        joined.rest(sources.stream().map(HrSource::name).toList());
    }

    private void all(HrSource source, Instant now, Consumer<List<Subject>> sink) {
        reader(source)
                .read(
                        new WorkerQuery.All(AsOf.day(settings.policy(), now)),
                        batch -> sink.accept(subjects.read(batch.workers(), now, any -> Subject.Manner.NAMED)));
    }

    /** Reads one worker from HR; empty if HR does not return it. */
    public Optional<Subject> inHr(WorkerRef ref, Instant now) {
        List<Subject> found = new ArrayList<>();
        WorkerQuery query = new WorkerQuery.ByIds(Set.of(ref.id()), AsOf.day(settings.policy(), now));
        reader(source(ref.source()))
                .read(query, batch -> found.addAll(subjects.read(batch.workers(), now, any -> Subject.Manner.NAMED)));
        return found.stream()
                .filter(subject -> subject.ref().equals(ref))
                .findFirst()
                .map(subject -> subject.withOtherProfiles(lent(subject, now)));
    }

    /** A7: what other sources say of the same person, as far as the store knows of their records. */
    private Map<String, Attributes> lent(Subject subject, Instant now) {
        Map<String, Attributes> lent = new LinkedHashMap<>();
        for (WorkerState other : recordsOfOtherSources(subject)) {
            WorkerQuery query = new WorkerQuery.ByIds(Set.of(other.ref().id()), AsOf.day(settings.policy(), now));
            reader(source(other.ref().source()))
                    .read(
                            query,
                            batch -> batch.workers()
                                    .forEach(worker -> lent.put(worker.ref().source(), worker.attributes())));
        }
        return lent;
    }

    /** The record of a higher source that decides instead of this one (rule A7). */
    public Optional<WorkerRef> inChargeInsteadOf(Subject subject) {
        List<String> names = settings.sources().stream().map(HrSource::name).toList();
        int own = names.indexOf(subject.ref().source());
        return recordsOfOtherSources(subject).stream()
                .filter(other -> names.indexOf(other.ref().source()) < own)
                .filter(other -> other.state().hasAccess() || other.state() == LifecycleState.TERMINATED)
                .map(WorkerState::ref)
                .findFirst();
    }

    /** The record of the same person that is linked and in charge while this one is not (rule D1). */
    public Optional<WorkerRef> otherRecordInCharge(Subject subject) {
        if (subject.isLinked()) {
            return Optional.empty();
        }
        return records(subject)
                .filter(other -> !other.ref().equals(subject.ref()))
                .filter(other -> other.state().hasAccess()
                        && other.accounts().values().stream()
                                .anyMatch(account -> account.link().isPresent()))
                .map(WorkerState::ref)
                .findFirst();
    }

    public boolean isSamePerson(Subject subject, WorkerRef other) {
        return records(subject).anyMatch(record -> record.ref().equals(other));
    }

    private Stream<WorkerState> records(Subject subject) {
        return subject.employment()
                .universalId()
                .map(person -> PersonRecords.of(person, settings.store()).stream())
                .orElse(Stream.empty());
    }

    private List<WorkerState> recordsOfOtherSources(Subject subject) {
        if (settings.sources().size() < 2) {
            return List.of();
        }
        return records(subject)
                .filter(other -> !other.ref().source().equals(subject.ref().source()))
                .filter(other -> settings.sources().stream()
                        .anyMatch(source -> source.name().equals(other.ref().source())))
                .toList();
    }

    /** What only the store knows of a worker. */
    public Optional<Subject> inStore(WorkerRef ref, Instant now) {
        Map<WorkerRef, WorkerState> known = settings.store().load(List.of(ref));
        return Optional.ofNullable(known.get(ref)).map(state -> subjects.stored(state, now, Subject.Manner.NAMED));
    }

    public Subjects subjects() {
        return subjects;
    }

    /** Maps a worker who was read from HR. */
    public Drafts.Mapped mapped(Subject subject, Instant now) {
        return drafts(now).whole(subject, subject.worker().orElseThrow());
    }

    /** What a target is to get of a worker who was read from HR. */
    public Draft draft(Subject subject, TargetBinding binding, Instant now) {
        return drafts(now).draft(subject, Optional.of(mapped(subject, now)), binding, subject.link(binding.name()));
    }

    private Drafts drafts(Instant now) {
        Set<String> sources = new LinkedHashSet<>();
        settings.sources().forEach(source -> sources.add(source.name()));
        return new Drafts(settings.store(), now, identityMapper, Map.of(), sources, accountRetries());
    }

    public UnaryOperator<Supplier<List<Account>>> accountRetries() {
        return call -> () -> retries.call(call);
    }

    public Retries retries() {
        return retries;
    }

    public HrSource source(String name) {
        return settings.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No source is named '" + name + "'; the worker reference is of another engine"));
    }

    private WorkerReader reader(HrSource source) {
        return new WorkerReader(source, call -> () -> retries.call(call));
    }
}
