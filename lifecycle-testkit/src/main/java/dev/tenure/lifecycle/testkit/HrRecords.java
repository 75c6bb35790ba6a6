package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.BaseAttributes;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What an {@link InMemoryHrSource} knows: workers with their later versions, groups, and the change log. */
final class HrRecords {

    /** An end takes effect within two days of its date, wherever on Earth and by whichever rule of part C. */
    private static final int MARGIN_DAYS = 2;

    private final String source;
    private final boolean withGroups;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Set<String> attributeNames = new LinkedHashSet<>(BaseAttributes.names());
    private List<ProvisioningGroup> groups = List.of();
    private long lastChange;

    HrRecords(String source, boolean withGroups) {
        this.source = source;
        this.withGroups = withGroups;
    }

    synchronized void put(HrRecord worker, boolean logged) {
        Row row = rows.computeIfAbsent(worker.id(), id -> new Row(worker));
        row.current = worker;
        changed(row, worker, logged);
    }

    synchronized void schedule(LocalDate on, HrRecord worker) {
        Row row = rows.computeIfAbsent(worker.id(), id -> new Row(worker));
        row.later.put(on, worker);
        changed(row, worker, true);
    }

    private void changed(Row row, HrRecord worker, boolean logged) {
        attributeNames.addAll(worker.profile().names());
        if (logged) {
            row.loggedAt = ++lastChange;
        }
    }

    synchronized void remove(String id) {
        rows.remove(id);
    }

    synchronized Optional<HrRecord> get(String id, LocalDate on) {
        return Optional.ofNullable(rows.get(id)).map(row -> row.on(on));
    }

    synchronized void setGroups(List<ProvisioningGroup> newGroups) {
        groups = List.copyOf(newGroups);
    }

    synchronized List<ProvisioningGroup> groups() {
        return groups;
    }

    synchronized void setUnreadable(String id, boolean unreadable) {
        Row row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException(source + " has no worker '" + id + "'; put it in first");
        }
        row.unreadable = unreadable;
    }

    synchronized List<String> attributeNames() {
        return List.copyOf(attributeNames);
    }

    /** Changes contact data of a worker and says whether anything differed; empty if there is no such worker. */
    synchronized Optional<Boolean> write(String id, Map<ContactField, String> values) {
        return Optional.ofNullable(rows.get(id)).map(row -> {
            UnaryOperator<HrRecord> write = worker -> {
                HrRecord changed = worker;
                for (Entry<ContactField, String> value : values.entrySet()) {
                    changed = changed.with(InMemoryWriteBack.attributeOf(value.getKey()), value.getValue());
                }
                return changed;
            };
            HrRecord before = row.current;
            row.current = write.apply(before);
            row.later.replaceAll((day, version) -> write.apply(version));
            attributeNames.addAll(row.current.profile().names());
            return !row.current.equals(before);
        });
    }

    /** Pins what a read returns: the workers it finds, as they are now, and the watermark of this moment. */
    synchronized Selection select(WorkerQuery query, LocalDate asOf, LocalDate today) {
        List<Selection.Found> found = new ArrayList<>();
        Predicate<Row> wanted = wanted(query, today);
        for (Row row : rows.values()) {
            if (wanted.test(row)) {
                found.add(new Selection.Found(worker(row, asOf), row.unreadable));
            }
        }
        boolean moves = query instanceof WorkerQuery.All || query instanceof WorkerQuery.ChangedSince;
        return new Selection(
                found, moves ? Optional.of(new HrWatermark(lastChange, today).asWatermark()) : Optional.empty());
    }

    private Predicate<Row> wanted(WorkerQuery query, LocalDate today) {
        if (query instanceof WorkerQuery.ByIds byIds) {
            return row -> byIds.ids().contains(row.current.id());
        }
        if (query instanceof WorkerQuery.ChangedSince changed) {
            return changedSince(changed.since(), today);
        }
        if (query instanceof WorkerQuery.Terminations window) {
            return row -> endsWithin(row.current.employment(), window.from(), window.to());
        }
        return row -> true;
    }

    private static Predicate<Row> changedSince(Watermark watermark, LocalDate today) {
        HrWatermark since = HrWatermark.parse(watermark);
        return row -> row.loggedAt > since.change()
                || !row.later.subMap(since.day(), false, today, true).isEmpty();
    }

    private static boolean endsWithin(Employment employment, Instant from, Instant to) {
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(MARGIN_DAYS);
        LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(MARGIN_DAYS);
        Stream<LocalDate> events = employment.timeline().stream()
                .filter(event -> event.kind() == EmploymentEvent.Kind.TERMINATION)
                .map(EmploymentEvent::on);
        Stream<LocalDate> dates = Stream.of(
                        employment.terminationDate(), employment.lastDayOfWork(), employment.inactiveSince())
                .flatMap(Optional::stream);
        return Stream.concat(dates, events).anyMatch(date -> !date.isBefore(first) && !date.isAfter(last));
    }

    private Worker worker(Row row, LocalDate asOf) {
        HrRecord version = row.on(asOf);
        Attributes.Builder attributes = Attributes.builder();
        for (String name : attributeNames) {
            attributes.put(name, version.profile().get(name).orElse(AttributeValue.NULL));
        }
        return new Worker(
                new WorkerRef(source, version.id()),
                row.current.employment(),
                attributes.build(),
                withGroups ? Optional.of(groupsOf(version)) : Optional.empty());
    }

    private List<ProvisioningGroup> groupsOf(HrRecord worker) {
        return groups.stream()
                .filter(group -> worker.groups().contains(group.id()))
                .toList();
    }

    /** A worker: as entered, as it will be from later days on, and when the change log last showed it. */
    private static final class Row {

        private final NavigableMap<LocalDate, HrRecord> later = new TreeMap<>();
        private HrRecord current;
        private long loggedAt;
        private boolean unreadable;

        private Row(HrRecord current) {
            this.current = current;
        }

        private HrRecord on(LocalDate day) {
            Entry<LocalDate, HrRecord> version = later.floorEntry(day);
            return version == null ? current : version.getValue().withEmployment(current.employment());
        }
    }
}
