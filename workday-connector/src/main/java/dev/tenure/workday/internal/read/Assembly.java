package dev.tenure.workday.internal.read;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.source.UnreadableWorker;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import dev.tenure.workday.internal.translate.Keys;
import dev.tenure.workday.internal.translate.Translator;
import dev.tenure.workday.internal.translate.UnreadableRecordException;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a page of workers out of records, and asks for what the records lack: the zones of locations, the ids of groups,
 * the user names of managers, the columns of reports, what is to come, each for the whole page at once. For one thread.
 */
final class Assembly {

    private static final String MANAGER_NAME = "managerUserName";

    private final ReadSettings settings;
    private final Translator translator;
    private final Lookups lookups;
    private final Set<String> asked;

    /** Prepares; {@code asked} are the ids that a query names, none if it names nobody. */
    Assembly(ReadSettings settings, Translator translator, Lookups lookups, Set<String> asked) {
        this.settings = settings;
        this.translator = translator;
        this.lookups = lookups;
        this.asked = asked;
    }

    WorkerPage page(List<WorkerRecord> records, List<WorkerRecord> namesakes, OptionalLong total) {
        Map<String, String> zones = zones(records);
        List<Optional<List<String>>> groupNames = groupNames(records);
        Groups.Known known = known(groupNames);
        List<Attributes> profiles = profiles(records);
        Map<String, List<EmploymentEvent>> events =
                lookups.timelines().map(each -> each.of(records)).orElse(Map.of());
        List<Worker> workers = new ArrayList<>(records.size());
        List<UnreadableWorker> unreadable = new ArrayList<>(0);
        for (int i = 0; i < records.size(); i++) {
            Optional<WorkerRef> ref = ref(records.get(i));
            try {
                List<EmploymentEvent> timeline =
                        Wids.of(records.get(i)).map(events::get).orElse(List.of());
                Optional<String> zone = translator.location(records.get(i)).map(zones::get);
                Optional<List<ProvisioningGroup>> memberships =
                        groupNames.get(i).map(known::named);
                workers.add(worker(ref, records.get(i), profiles.get(i), zone, memberships, timeline));
            } catch (UnreadableRecordException problem) {
                unreadable.add(new UnreadableWorker(ref, settings.source() + ": " + problem.getMessage()));
            }
        }
        for (WorkerRecord namesake : namesakes) {
            unreadable.add(new UnreadableWorker(
                    Optional.empty(),
                    settings.source() + ": two records have the worker id of "
                            + ref(namesake).map(WorkerRef::toString).orElse("one worker")
                            + ", and this one is left out; tell them apart with setting 'keyBy' WID"));
        }
        return new WorkerPage(workers, unreadable, total, namedOtherwise(records));
    }

    /** A notification may name a worker by the id that is not the key. */
    private Map<String, WorkerRef> namedOtherwise(List<WorkerRecord> records) {
        Map<String, WorkerRef> others = new LinkedHashMap<>();
        for (WorkerRecord worker : asked.isEmpty() ? List.<WorkerRecord>of() : records) {
            ref(worker)
                    .ifPresent(ref -> Stream.of(Wids.of(worker), Keys.of(worker, false))
                            .flatMap(Optional::stream)
                            .filter(id -> asked.contains(id) && !id.equals(ref.id()))
                            .forEach(id -> others.put(id, ref)));
        }
        return others;
    }

    private Map<String, String> zones(List<WorkerRecord> records) {
        if (!settings.locationTimeZones()) {
            return Map.of();
        }
        Set<String> needed = new LinkedHashSet<>();
        records.forEach(worker -> translator.location(worker).ifPresent(needed::add));
        return lookups.locations().zones(lookups.service(), needed);
    }

    /** The names of the groups of each record; nothing is known of any where groups are not read. */
    private List<Optional<List<String>>> groupNames(List<WorkerRecord> records) {
        if (!settings.groups()) {
            return Collections.nCopies(records.size(), Optional.empty());
        }
        List<Optional<List<String>>> names = new ArrayList<>(records.size());
        records.forEach(worker -> names.add(translator.groupNames(worker)));
        return names;
    }

    private Groups.Known known(List<Optional<List<String>>> names) {
        Set<String> needed = new LinkedHashSet<>();
        names.forEach(some -> some.ifPresent(needed::addAll));
        return needed.isEmpty() ? new Groups.Known(Map.of()) : lookups.groups().known(lookups.service(), needed);
    }

    private List<Attributes> profiles(List<WorkerRecord> records) {
        List<Attributes> profiles = new ArrayList<>(records.size());
        Set<String> wanted = new LinkedHashSet<>();
        for (WorkerRecord worker : records) {
            Attributes profile = translator.profile(worker);
            profiles.add(profile);
            if (settings.managerNames() && !profile.isRead(MANAGER_NAME)) {
                profile.text("managerId").ifPresent(wanted::add);
            }
        }
        if (settings.managerNames()) {
            Map<String, Optional<String>> names = lookups.managers().of(wanted, records);
            profiles.replaceAll(profile -> withManagerName(profile, names));
        }
        lookups.reports().join(records, profiles);
        return profiles;
    }

    /** A name that a field override gives is left alone; that of a manager who cannot be read stays unread. */
    private static Attributes withManagerName(Attributes profile, Map<String, Optional<String>> names) {
        if (profile.isRead(MANAGER_NAME) || !profile.isRead("managerId")) {
            return profile;
        }
        Optional<String> manager = profile.text("managerId");
        if (manager.isEmpty()) {
            return profile.toBuilder().put(MANAGER_NAME, AttributeValue.NULL).build();
        }
        return names.getOrDefault(manager.get(), Optional.empty())
                .map(name -> profile.toBuilder().put(MANAGER_NAME, name).build())
                .orElse(profile);
    }

    private Worker worker(
            Optional<WorkerRef> ref,
            WorkerRecord record,
            Attributes profile,
            Optional<String> zone,
            Optional<List<ProvisioningGroup>> memberships,
            List<EmploymentEvent> timeline) {
        Employment employment = translator.employment(record, zone, timeline);
        return new Worker(
                ref.orElseThrow(() -> new UnreadableRecordException(
                        "a record has no id; ask Workday for the reason, since every worker has one")),
                employment,
                profile,
                memberships);
    }

    private Optional<WorkerRef> ref(WorkerRecord worker) {
        return Keys.of(worker, settings.byWid()).map(key -> new WorkerRef(settings.source(), key));
    }
}
