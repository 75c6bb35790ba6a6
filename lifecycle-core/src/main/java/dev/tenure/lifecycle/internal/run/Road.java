package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.assemble.Assembler;
import dev.tenure.lifecycle.internal.run.assemble.EvenMix;
import dev.tenure.lifecycle.internal.run.assemble.People;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.assemble.Swaps;
import dev.tenure.lifecycle.internal.run.correlate.LostCreates;
import dev.tenure.lifecycle.internal.run.perform.Performer;
import dev.tenure.lifecycle.internal.run.session.Claims;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.session.Parallel;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The road from a worker who was read to what is done for it. Who can be planned by itself is planned and handled with its
 * page; who cannot waits until everything is read.
 */
final class Road {

    private final LifecycleStore store;
    private final Session session;
    private final LostCreates lostCreates;
    private final Assembler assembler;
    private final People people;
    private final Performer performer;
    private final Closings closings;
    private final Hands hands;
    private final Overtaken overtaken;
    private final Swaps swaps;
    private final Unsettled unsettled;
    private final Referrers referrers;
    private final Predicate<SubjectPlan> review;
    private final List<Subject> waiting = new ArrayList<>();

    Road(
            LifecycleStore store,
            Session session,
            LostCreates lostCreates,
            Assembler assembler,
            People people,
            Performer performer,
            Closings closings,
            Hands hands,
            Overtaken overtaken,
            Swaps swaps,
            Unsettled unsettled,
            Referrers referrers,
            Predicate<SubjectPlan> review) {
        this.store = store;
        this.session = session;
        this.lostCreates = lostCreates;
        this.assembler = assembler;
        this.people = people;
        this.performer = performer;
        this.closings = closings;
        this.hands = hands;
        this.overtaken = overtaken;
        this.swaps = swaps;
        this.unsettled = unsettled;
        this.referrers = referrers;
        this.review = review;
    }

    /**
     * What a run does its work with.
     *
     * @param parallel does the same for different workers
     * @param claims keeps other runs from calling systems for the same worker at once
     * @param alive says that this run lives
     */
    record Hands(Parallel parallel, Claims claims, Runnable alive) {}

    /** Takes a page of workers. */
    void take(List<Subject> read) {
        List<Subject> now = new ArrayList<>(read.size());
        Set<String> shared = People.sharedIds(read);
        List<Subject> taken = new ArrayList<>(read.size());
        for (Subject subject : read) {
            subject.decision()
                    .unknownZones()
                    .forEach(zone -> session.notice(
                            NoticeKind.UNKNOWN_ZONE,
                            Optional.of(subject.ref()),
                            subject.ref().source(),
                            "'" + zone + "' is no time zone and was passed over"));
            if (staysAsItIs(subject)) {
                leave(subject);
            } else {
                taken.add(subject);
            }
        }
        for (Subject subject : lostCreates.settle(taken)) {
            if (people.mustWait(subject, shared)) {
                waiting.add(subject);
            } else {
                now.add(subject);
            }
        }
        takeAlone(now);
    }

    /** Takes workers who need not wait for other records of the same person, and so in any order. */
    void takeAlone(List<Subject> workers) {
        carryOut(EvenMix.of(assembler.plan(lostCreates.settle(workers)), SubjectPlan::calls));
    }

    /** Everything is read: plans those who had to wait. */
    void takeWaiting() {
        if (!waiting.isEmpty()) {
            List<Subject> all = List.copyOf(waiting);
            waiting.clear();
            carryOut(people.plan(all));
        }
    }

    void carryOut(List<SubjectPlan> plans) {
        List<SubjectPlan> passed = new ArrayList<>(plans.size());
        for (SubjectPlan plan : plans) {
            if (referrers.mustWait(plan)) {
                continue;
            }
            if (review.test(plan)) {
                passed.add(plan);
            } else {
                overtaken.leaveOut(plan);
            }
        }
        hands.claims()
                .each(
                        passed,
                        plan -> plan.subject().ref(),
                        SubjectPlan::callsSystems,
                        ours -> hands.parallel().each(ours, this::perform),
                        overtaken::note);
    }

    /** H1: `advance` never ends anyone by 'inactive at once'; that is left to the next import. */
    private boolean staysAsItIs(Subject subject) {
        return session.kind() == ImportKind.ADVANCE
                && subject.state() == LifecycleState.TERMINATED
                && subject.decision().effectiveAt().isEmpty();
    }

    private void leave(Subject subject) {
        subject.stored()
                .ifPresent(state -> store.save(StoreUpdate.of(
                        state.withNextTransition(Optional.of(Outstanding.BY_THE_NEXT_IMPORT)), List.of())));
    }

    private void perform(SubjectPlan plan) {
        hands.alive().run();
        hands.claims().keep();
        try {
            Performer.Rest rest = performer.perform(plan);
            closings.take(plan, rest.closings());
            swaps.note(plan, rest.refusals());
            unsettled.note(plan, rest);
        } catch (StaleStateException stale) {
            overtaken.note(plan);
        }
    }
}
