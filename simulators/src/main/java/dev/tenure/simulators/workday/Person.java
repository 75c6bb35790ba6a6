package dev.tenure.simulators.workday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One worker record with its history in two times: when something holds, and when it was entered. Guarded by the tenant's
 * lock.
 */
final class Person {

    private record Entered<T>(Instant at, T value) {}

    private record Change(LocalDate effective, Map<Detail, String> details, Map<String, String> fields) {}

    final String id;
    final boolean employee;
    private final Instant created;
    private final List<Entered<Change>> changes = new ArrayList<>();
    private final List<Entered<List<Spell>>> spells = new ArrayList<>();
    private final List<Entered<Map<String, Boolean>>> groups = new ArrayList<>();

    Person(String id, boolean employee, Instant created) {
        this.id = id;
        this.employee = employee;
        this.created = created;
        groups.add(new Entered<>(created, Map.of()));
    }

    String wid() {
        return Wids.of((employee ? "employee:" : "contingent:") + id);
    }

    String idType() {
        return employee ? "Employee_ID" : "Contingent_Worker_ID";
    }

    boolean knownAt(Instant entry) {
        return !created.isAfter(entry);
    }

    void change(Instant at, LocalDate effective, WorkerEdit edit) {
        changes.add(new Entered<>(
                at, new Change(effective, new EnumMap<>(edit.details()), new LinkedHashMap<>(edit.fields()))));
    }

    void setSpells(Instant at, List<Spell> now) {
        spells.add(new Entered<>(at, List.copyOf(now)));
    }

    List<Spell> spells(Instant entry) {
        return latest(spells, entry).orElse(List.of());
    }

    /** The spell that counts on a day: the last one that has begun, else the first to come. */
    Spell spell(LocalDate day, Instant entry) {
        List<Spell> all = spells(entry);
        Spell found = all.get(0);
        for (Spell spell : all) {
            found = spell.begunBy(day) ? spell : found;
        }
        return found;
    }

    Map<Detail, String> details(LocalDate day, Instant entry) {
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        for (Change change : effective(day, entry)) {
            details.putAll(change.details());
        }
        details.values().removeIf(String::isEmpty);
        return details;
    }

    Map<String, String> fields(LocalDate day, Instant entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        effective(day, entry).forEach(change -> fields.putAll(change.fields()));
        return fields;
    }

    void assign(Instant at, String group, boolean assigned) {
        Map<String, Boolean> now = new LinkedHashMap<>(latest(groups, at).orElse(Map.of()));
        now.put(group, assigned);
        groups.add(new Entered<>(at, now));
    }

    /** The groups by their key; false for those that the worker was in once. */
    Map<String, Boolean> groups(Instant entry) {
        return latest(groups, entry).orElse(Map.of());
    }

    Set<String> sites(Instant entry) {
        Set<String> sites = new LinkedHashSet<>();
        for (Entered<Change> change : changes) {
            Optional.ofNullable(change.value().details().get(Detail.SITE)).ifPresent(sites::add);
        }
        return knownAt(entry) ? sites : Set.of();
    }

    /** Before the first day everything that was entered for it shows, as far as it may be seen at all. */
    private List<Change> effective(LocalDate day, Instant entry) {
        LocalDate first = changes.get(0).value().effective();
        LocalDate through = day.isBefore(first) ? first : day;
        return changes.stream()
                .filter(change -> !change.at().isAfter(entry))
                .map(Entered::value)
                .filter(change -> !change.effective().isAfter(through))
                .sorted(Comparator.comparing(Change::effective))
                .toList();
    }

    private static <T> Optional<T> latest(List<Entered<T>> history, Instant entry) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (!history.get(i).at().isAfter(entry)) {
                return Optional.of(history.get(i).value());
            }
        }
        return Optional.empty();
    }
}
