package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.map.MappingInput;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.mapping.RowFault;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.target.TargetGroup;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Maps the workers of a page: the identity profile once, and what each target is to get of it. */
public final class Drafts {

    private final LifecycleStore store;
    private final Instant now;
    private final Mapper identityMapper;
    private final Map<String, GroupBook> groups;
    private final Set<String> sources;
    private final Referents referents;

    public Drafts(
            LifecycleStore store,
            Instant now,
            Mapper identityMapper,
            Map<String, GroupBook> groups,
            Set<String> sources,
            UnaryOperator<Supplier<List<Account>>> calls) {
        this.store = store;
        this.now = now;
        this.identityMapper = identityMapper;
        this.groups = groups;
        this.sources = Set.copyOf(sources);
        this.referents = new Referents(calls);
    }

    /** A worker mapped: the identity profile, and what the expressions of targets are given beside it. */
    public record Mapped(Profile identity, Supplier<MappingInput.Builder> input) {}

    /** Maps a worker; empty where no value of the profile matters. */
    public Optional<Mapped> map(Subject subject) {
        if (subject.worker().isEmpty() || !needsProfile(subject)) {
            return Optional.empty();
        }
        return Optional.of(whole(subject, subject.worker().get()));
    }

    /** Maps a worker whether or not the values matter to a run. */
    public Mapped whole(Subject subject, Worker worker) {
        Supplier<MappingInput.Builder> input = () -> input(subject, worker);
        return new Mapped(identityMapper.map(input.get().build()), input);
    }

    private static boolean needsProfile(Subject subject) {
        return subject.state().hasAccess() || (subject.state() == LifecycleState.TERMINATED && !subject.endedBefore());
    }

    private MappingInput.Builder input(Subject subject, Worker worker) {
        return MappingInput.builder()
                .source(worker.attributes())
                .profiles(profilesBySource(subject, worker))
                .workdayUsers(List.of(worker.attributes()))
                .groups(groupsOf(worker).stream()
                        .map(group -> new dev.tenure.lifecycle.internal.map.Group(group.id(), group.name()))
                        .toList())
                .now(now);
    }

    /** A7: every source by its name; of one that was not read here, nothing is known. */
    private Map<String, Attributes> profilesBySource(Subject subject, Worker worker) {
        Map<String, Attributes> profiles = new HashMap<>();
        sources.forEach(source -> profiles.put(source, Attributes.empty()));
        profiles.putAll(subject.otherProfiles());
        profiles.put(worker.ref().source(), worker.attributes());
        return profiles;
    }

    public Draft draft(Subject subject, Optional<Mapped> mapped, TargetBinding binding, Optional<Link> link) {
        Optional<Profile> profile = mapped.map(made -> binding.profile(made.identity(), made.input()));
        Optional<List<ProvisioningGroup>> ofWorker = subject.worker().flatMap(Worker::groups);
        Optional<List<TargetGroup>> wanted = Optional.empty();
        Set<String> missingGroups = Set.of();
        boolean inScope = mapped.isEmpty() || isInScope(binding, subject, mapped.get());
        GroupBook book = groups.get(binding.name());
        if (book != null && ofWorker.isPresent() && inScope && subject.state().hasAccess()) {
            wanted = Optional.of(book.wanted(subject.ref().source(), ofWorker.get()));
            missingGroups = book.missing(subject.ref().source(), ofWorker.get());
        }
        List<String> names =
                ofWorker.orElse(List.of()).stream().map(ProvisioningGroup::name).toList();
        Set<String> unresolved = new TreeSet<>();
        Optional<Profile> place = mapped.filter(made -> made.identity().faults().isEmpty())
                .map(made -> binding.place(made.identity(), made.input(), Set.copyOf(names)));
        Optional<Profile> resolved = profile.map(made -> resolve(made, subject, binding, link, unresolved))
                .map(made -> referents.resolve(made, binding, link, stillMissing(subject, binding), unresolved))
                .map(made -> place.map(answer -> withFaults(made, answer)).orElse(made));
        Optional<Long> whole = resolved.map(made -> binding.diff().whole(made));
        return new Draft(
                subject,
                link,
                resolved,
                whole,
                wanted,
                missingGroups,
                names,
                place.flatMap(TargetBinding::placeIn),
                inScope,
                unresolved);
    }

    /** A worker whose place cannot be told fails like one whose profile cannot. */
    private static Profile withFaults(Profile profile, Profile place) {
        if (place.faults().isEmpty()) {
            return profile;
        }
        List<RowFault> faults = new ArrayList<>(profile.faults());
        faults.addAll(place.faults());
        return profile.withFaults(faults);
    }

    private static boolean isInScope(TargetBinding binding, Subject subject, Mapped mapped) {
        Set<String> names = new HashSet<>();
        subject.worker().ifPresent(worker -> groupsOf(worker).forEach(group -> names.add(group.name())));
        return binding.takes(mapped.identity(), mapped.input(), names);
    }

    private static List<ProvisioningGroup> groupsOf(Worker worker) {
        return worker.groups().orElse(List.of());
    }

    /** E11: what refers to a worker becomes the account of that worker, or is left out until there is one. */
    private Profile resolve(
            Profile profile, Subject subject, TargetBinding binding, Optional<Link> link, Set<String> unresolved) {
        if (binding.references().isEmpty()) {
            return profile;
        }
        Attributes.Builder values = profile.values().toBuilder();
        for (String attribute : binding.references()) {
            Optional<String> id = profile.values().text(attribute);
            if (id.isEmpty()) {
                continue;
            }
            Optional<Long> sent = link.flatMap(known -> binding.diff().sent(known.sent(), attribute));
            Optional<Link> there = account(new WorkerRef(subject.ref().source(), id.get()), binding, sent);
            if (there.isPresent()) {
                values.put(attribute, AttributeValue.of(there.get().account().id()));
            } else {
                leaveOut(values, attribute, stillMissing(subject, binding));
                unresolved.add(attribute);
            }
        }
        return profile.withValues(values.build());
    }

    /** Whether somebody to whom the worker refers was missing before, so that this is not the first look. */
    private static boolean stillMissing(Subject subject, TargetBinding binding) {
        return subject.at(binding.name())
                .failure()
                .filter(failure -> failure.kind() == FailureKind.REFERENCE_MISSING)
                .isPresent();
    }

    /**
     * Leaves a reference out. Who is still missing at a second look will not come soon, and whoever the account named before
     * is the wrong one by now: the value is removed, as one that HR removed is (rules E11, M6).
     */
    public static void leaveOut(Attributes.Builder values, String attribute, boolean stillMissing) {
        if (stillMissing) {
            values.put(attribute, AttributeValue.NULL);
        } else {
            values.remove(attribute);
        }
    }

    /**
     * The account of a worker, or of another record of the same person who has taken it over (rules E11, D2). Nobody is
     * referred anew to an account that was removed when its owner left; who was before keeps that.
     */
    private Optional<Link> account(WorkerRef ref, TargetBinding binding, Optional<Long> sent) {
        Optional<WorkerState> named =
                Optional.ofNullable(store.load(List.of(ref)).get(ref));
        return named.flatMap(state -> present(state, binding))
                .or(() -> named.flatMap(state -> state.employment().universalId())
                        .flatMap(person -> accountOf(person, binding)))
                .or(() -> named.flatMap(state -> state.at(binding.name()).link())
                        .filter(removed -> sent.equals(Optional.of(hash(removed, binding)))));
    }

    private Optional<Link> accountOf(String universalId, TargetBinding binding) {
        return PersonRecords.of(universalId, store).stream()
                .flatMap(state -> present(state, binding).stream())
                .findFirst();
    }

    private static Optional<Link> present(WorkerState state, TargetBinding binding) {
        return binding.link(state.at(binding.name()), true);
    }

    private static long hash(Link link, TargetBinding binding) {
        return binding.diff().hash(AttributeValue.of(link.account().id()));
    }
}
