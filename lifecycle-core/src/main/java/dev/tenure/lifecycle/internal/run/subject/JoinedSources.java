package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.internal.decide.Decider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Joins the records that several sources have of one person (rule A7), for a look that asks no store: the lower sources are
 * read first and kept, then each record of the highest is given what they say. For one thread.
 */
final class JoinedSources {

    private final Consumer<List<Subject>> sink;
    private final Spells spells;
    private final Map<String, List<Subject>> kept = new LinkedHashMap<>();
    private final Set<String> decided = new HashSet<>();

    JoinedSources(Consumer<List<Subject>> sink, Decider decider) {
        this.sink = sink;
        this.spells = new Spells(decider);
    }

    /** Keeps a page of a lower source; who has nothing that tells persons apart stands alone. */
    void lower(List<Subject> page) {
        List<Subject> alone = new ArrayList<>();
        for (Subject subject : page) {
            subject.employment()
                    .universalId()
                    .ifPresentOrElse(
                            id -> kept.computeIfAbsent(id, any -> new ArrayList<>())
                                    .add(subject),
                            () -> alone.add(subject));
        }
        sink.accept(alone);
    }

    /** Takes a page of the highest source. */
    void highest(List<Subject> page) {
        List<Subject> joined = new ArrayList<>();
        for (Subject subject : page) {
            Optional<String> id = subject.employment().universalId().filter(kept::containsKey);
            if (id.isPresent()) {
                List<Subject> others = kept.getOrDefault(id.get(), List.of());
                joined.add(subject.withOtherProfiles(profiles(others)));
                if (spells.isOrWasAtWork(subject)) {
                    decided.add(id.get());
                }
            } else {
                joined.add(subject);
            }
        }
        sink.accept(joined);
    }

    /** Takes those for whom the highest source decides nothing: the highest of the lower ones does. */
    void rest(List<String> order) {
        List<Subject> rest = new ArrayList<>();
        kept.forEach((id, records) -> {
            if (!decided.contains(id)) {
                rest.addAll(inCharge(records, order));
            }
        });
        sink.accept(rest);
    }

    private List<Subject> inCharge(List<Subject> records, List<String> order) {
        Optional<Subject> first = records.stream()
                .filter(spells::isOrWasAtWork)
                .min(Comparator.comparingInt(
                        record -> order.indexOf(record.ref().source())));
        if (first.isEmpty()) {
            return records;
        }
        String source = first.get().ref().source();
        List<Subject> others = records.stream()
                .filter(record -> !record.ref().source().equals(source))
                .toList();
        return records.stream()
                .filter(record -> record.ref().source().equals(source))
                .map(record -> record.withOtherProfiles(profiles(others)))
                .toList();
    }

    private static Map<String, Attributes> profiles(List<Subject> records) {
        Map<String, Attributes> profiles = new HashMap<>();
        records.forEach(record ->
                record.worker().ifPresent(worker -> profiles.put(worker.ref().source(), worker.attributes())));
        return profiles;
    }
}
