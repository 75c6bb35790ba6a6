package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.subject.Spells;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Decides for a person whom several sources know (rule A7). */
final class AcrossSources {

    private final List<String> sources;
    private final Spells spells;
    private final Assembler assembler;
    private final Takeover takeover;
    private final LeftOut leftOut;
    private final Function<Subject, Optional<Subject>> withProfile;
    private final BiFunction<List<Subject>, Map<WorkerRef, Subject>, List<SubjectPlan>> within;

    /**
     * Sets up what decides.
     *
     * @param withProfile reads a record that only the store was asked for; empty if HR does not return it
     * @param within plans for the records of one source, of which some were read
     */
    AcrossSources(
            List<String> sources,
            Spells spells,
            Assembler assembler,
            Takeover takeover,
            LeftOut leftOut,
            Function<Subject, Optional<Subject>> withProfile,
            BiFunction<List<Subject>, Map<WorkerRef, Subject>, List<SubjectPlan>> within) {
        this.sources = sources;
        this.spells = spells;
        this.assembler = assembler;
        this.takeover = takeover;
        this.leftOut = leftOut;
        this.withProfile = withProfile;
        this.within = within;
    }

    /** A7: the highest source in which the person is or was at work. */
    Optional<String> inCharge(List<Subject> records) {
        return sources.stream()
                .filter(source -> records.stream()
                        .anyMatch(record -> record.ref().source().equals(source) && spells.isOrWasAtWork(record)))
                .findFirst();
    }

    /** A4: for an end that is near no record is read for its profile; what a lower source says then waits, too. */
    private static boolean isOfDatesAlone(Subject record, String source) {
        return record.manner().nearEnd()
                && (record.worker().isEmpty() || !record.ref().source().equals(source));
    }

    /**
     * A7: the record of the higher source decides; those of lower ones only lend it attributes. So who has ended there has
     * ended, and an account that came in by a lower source is closed.
     */
    List<SubjectPlan> plan(String source, List<Subject> records, Map<WorkerRef, Subject> read) {
        boolean datesAlone = read.values().stream().allMatch(record -> isOfDatesAlone(record, source));
        Function<Subject, Optional<Subject>> profile = datesAlone ? record -> Optional.empty() : withProfile;
        List<Subject> higher = new ArrayList<>();
        List<Subject> lower = new ArrayList<>();
        Map<String, Attributes> lent = new LinkedHashMap<>();
        for (Subject record : records) {
            if (record.ref().source().equals(source)) {
                higher.add(record);
            } else {
                lower.add(record);
                profile.apply(record)
                        .flatMap(Subject::worker)
                        .ifPresent(worker -> lent.put(worker.ref().source(), worker.attributes()));
            }
        }
        Map<WorkerRef, Subject> decided = new LinkedHashMap<>();
        for (Subject record : higher) {
            // H1: an ending needs nothing but what the store knows, so it is not lost where HR no longer returns the
            // record.
            boolean isEnough = datesAlone || record.state() == LifecycleState.TERMINATED;
            Optional<Subject> there =
                    isEnough && read.containsKey(record.ref()) ? Optional.of(record) : profile.apply(record);
            there.ifPresent(known -> decided.put(known.ref(), known.withOtherProfiles(lent)));
        }
        List<Subject> own = higher.stream()
                .map(record -> decided.getOrDefault(record.ref(), record))
                .toList();
        Optional<Subject> linkedBelow = lower.stream().filter(Subject::isLinked).findFirst();
        // S4: who has taken over one account before a run was cut off takes over the others, too.
        boolean free = linkedBelow
                .filter(below -> own.stream().allMatch(record -> takeover.isFree(record, below)))
                .isPresent();
        Optional<Subject> takesOver = own.stream()
                .filter(record -> record.state().hasAccess() && record.worker().isPresent())
                .min(Comparator.comparing(record -> !record.isLinked()));
        if (free && takesOver.isPresent()) {
            return takeover.plan(linkedBelow.get(), takesOver.get(), true, records, read);
        }
        List<SubjectPlan> plans = new ArrayList<>(within.apply(own, decided));
        Optional<Subject> ended = own.stream().filter(spells::wasAtWork).findFirst();
        for (Subject record : lower) {
            if (ended.isPresent() && takesOver.isEmpty() && record.isLinked()) {
                plans.addAll(assembler.plan(List.of(record.decidedLike(ended.get()))));
            } else if (read.containsKey(record.ref())) {
                plans.add(leftOut.plan(record, own.get(0)));
            }
        }
        return plans;
    }
}
