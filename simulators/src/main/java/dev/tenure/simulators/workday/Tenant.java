package dev.tenure.simulators.workday;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a tenant knows: people, groups, places and the transaction log. Safe for use by several threads. */
final class Tenant {

    /** A provisioning group. */
    record Group(String key, String name) {}

    private final InstantSource clock;
    private final UsageIds usages;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final List<LogEntry> log = new ArrayList<>();

    Tenant(InstantSource clock, UsageIds usages) {
        this.clock = clock;
        this.usages = usages;
    }

    UsageIds usages() {
        return usages;
    }

    /** Moments on the wire have three digits after the second; so have these, lest one lie behind its own name. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    synchronized void hire(String id, boolean employee, LocalDate hireDate, WorkerEdit edit) {
        if (people.containsKey(id)) {
            throw new IllegalArgumentException("There is a worker " + id + " already; take another id, or rehire");
        }
        Instant at = now();
        Person person = new Person(id, employee, at);
        people.put(id, person);
        register(edit);
        person.change(at, hireDate, edit);
        person.setSpells(at, List.of(new Spell(hireDate, hireDate, Optional.empty(), false)));
        log(person, employee ? "Hire Employee" : "Contract Contingent Worker", at, hireDate, false);
    }

    synchronized void change(String id, LocalDate effective, WorkerEdit edit) {
        Person person = person(id);
        Instant at = now();
        register(edit);
        person.change(at, effective, edit);
        log(person, "Edit Worker", at, effective, false);
    }

    synchronized void rehire(String id, LocalDate hireDate) {
        Person person = person(id);
        Instant at = now();
        List<Spell> spells = new ArrayList<>(person.spells(at));
        spells.add(new Spell(hireDate, hireDate, Optional.empty(), false));
        person.setSpells(at, spells);
        log(person, person.employee ? "Hire Employee" : "Contract Contingent Worker", at, hireDate, false);
    }

    synchronized void end(String id, Termination termination) {
        Person person = person(id);
        Instant at = now();
        replaceLast(person, at, spell -> spell.ending(Optional.of(termination)));
        log(person, ending(person), at, termination.date(), false);
    }

    synchronized void takeBackEnd(String id) {
        Person person = person(id);
        Instant at = now();
        Spell last = lastSpell(person, at);
        LocalDate date = last.end()
                .orElseThrow(() -> new IllegalArgumentException("Worker " + id + " has no termination to rescind"))
                .date();
        replaceLast(person, at, spell -> spell.ending(Optional.empty()));
        log(person, ending(person), at, date, true);
    }

    synchronized void takeBackHire(String id) {
        Person person = person(id);
        Instant at = now();
        LocalDate date = lastSpell(person, at).hireDate();
        replaceLast(person, at, Spell::takenBack);
        log(person, "Hire Employee", at, date, true);
    }

    synchronized void moveHire(String id, LocalDate hireDate) {
        Person person = person(id);
        Instant at = now();
        replaceLast(person, at, spell -> new Spell(hireDate, hireDate, spell.end(), spell.rescinded()));
        log(person, "Hire Employee", at, hireDate, false);
    }

    synchronized void remove(String id) {
        log.removeIf(entry -> entry.wid().equals(person(id).wid()));
        people.remove(id);
    }

    synchronized void addGroup(String key, String name) {
        groups.put(key, new Group(key, name));
    }

    synchronized void removeGroup(String key) {
        groups.remove(key);
        Instant at = now();
        people.values().stream()
                .filter(person -> person.groups(at).getOrDefault(key, false))
                .forEach(person -> person.assign(at, key, false));
    }

    synchronized void assign(String id, String key, boolean assigned) {
        if (!groups.containsKey(key)) {
            throw new IllegalArgumentException("There is no group " + key + "; make it first");
        }
        Person person = person(id);
        Instant at = now();
        person.assign(at, key, assigned);
        log(person, "Assign Provisioning Group", at, at.atZone(LogEntry.PACIFIC).toLocalDate(), false);
    }

    synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    synchronized Optional<Person> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    synchronized List<Group> groups() {
        return List.copyOf(groups.values());
    }

    synchronized Optional<Group> group(String key) {
        return Optional.ofNullable(groups.get(key));
    }

    synchronized void addSite(Site site) {
        sites.put(site.id(), site);
    }

    synchronized Optional<Site> site(String id) {
        return Optional.ofNullable(sites.get(id));
    }

    synchronized List<Site> sites() {
        return List.copyOf(sites.values());
    }

    synchronized List<LogEntry> log() {
        return List.copyOf(log);
    }

    private void register(WorkerEdit edit) {
        Site site = edit.site();
        if (site != null) {
            sites.put(site.id(), site);
        }
    }

    private Person person(String id) {
        Person person = people.get(id);
        if (person == null) {
            throw new IllegalArgumentException("There is no worker " + id + "; hire somebody first");
        }
        return person;
    }

    private static Spell lastSpell(Person person, Instant at) {
        List<Spell> spells = person.spells(at);
        return spells.get(spells.size() - 1);
    }

    private static void replaceLast(Person person, Instant at, UnaryOperator<Spell> change) {
        List<Spell> spells = new ArrayList<>(person.spells(at));
        spells.set(spells.size() - 1, change.apply(spells.get(spells.size() - 1)));
        person.setSpells(at, spells);
    }

    private void log(Person person, String type, Instant at, LocalDate effective, boolean rescinded) {
        log.add(new LogEntry(person.wid(), type, at, effective, rescinded));
    }

    private static String ending(Person person) {
        return person.employee ? "Terminate Employee" : "End Contingent Worker Contract";
    }
}
