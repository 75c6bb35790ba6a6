package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.run.assemble.Swaps;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks again at those whom one look does not settle: who wants what another of the same run gives up, refers to one who comes
 * in, or was in the hands of another run (rules E10, E11). For one thread.
 */
final class Settling {

    private final Session session;
    private final Subjects subjects;
    private final Road road;
    private final Unsettled unsettled;
    private final Swaps swaps;
    private final Overtaken overtaken;
    private final Referrers referrers;
    private final Sources sources;
    private final Set<WorkerRef> madeWay = new HashSet<>();

    Settling(
            Session session,
            Subjects subjects,
            Road road,
            Unsettled unsettled,
            Swaps swaps,
            Overtaken overtaken,
            Referrers referrers,
            Sources sources) {
        this.session = session;
        this.subjects = subjects;
        this.road = road;
        this.unsettled = unsettled;
        this.swaps = swaps;
        this.overtaken = overtaken;
        this.referrers = referrers;
        this.sources = sources;
    }

    /** Everything is read: whoever waited for that is planned, and whoever waits for others is looked at again. */
    void settle() {
        road.takeWaiting();
        untilNobodyGetsFurther();
        lookAgain(overtaken.takeAgain());
        untilNobodyGetsFurther();
        goWithout();
    }

    /** E10: who is refused one key for good is sent the other one all the same, and may swap that. */
    private void goWithout() {
        List<Subject> some = swaps.goWithout();
        if (!some.isEmpty()) {
            lookAgainAt(some);
            madeWay.clear();
            untieSwaps();
            swaps.holdNothingBack();
        }
    }

    /** Who wants what another has who was closed in this very run is looked at once more (rule E10). */
    void settleAfterClosings() {
        lookAgain(unsettled.takeInConflict());
        lookAgainAt(swaps.stillRefused());
        untieSwaps();
        settle();
    }

    private void untilNobodyGetsFurther() {
        letAccountsGoOver();
        while (unsettled.isWorthwhile()) {
            lookAgain(unsettled.takeAll());
            untieSwaps();
            letAccountsGoOver();
        }
    }

    /**
     * E10, E11: whoever takes over an account, or gets one in place of another, has waited for this, and who refers to the one
     * before is read anew then.
     */
    private void letAccountsGoOver() {
        while (referrers.areSought()) {
            lookAgain(referrers.note());
            referrers.takeFound().forEach((source, ids) -> road.take(sources.anew(source, ids)));
            road.takeWaiting();
        }
    }

    /** E10: of workers who wait for each other's keys one makes way, the others follow, and it comes last. */
    private void untieSwaps() {
        follow();
        for (WorkerRef worker : swaps.refused()) {
            // Each once: whoever could not be followed then is left to the next import.
            if (!madeWay.contains(worker)) {
                swaps.letMakeWay(worker).ifPresent(this::untieSwap);
            }
        }
    }

    private void untieSwap(Subject first) {
        madeWay.add(first.ref());
        List<Subject> alone = List.of(first);
        lookAgainAt(alone);
        swaps.over();
        follow();
        lookAgainAt(alone);
        if (swaps.giveBack()) {
            lookAgainAt(alone);
            swaps.over();
            lookAgainAt(alone);
        }
        follow();
    }

    /** Whoever waited for one who has moved by now moves as well, one after the other, for as long as somebody can. */
    private void follow() {
        List<Subject> free = swaps.free();
        while (!free.isEmpty()) {
            lookAgainAt(free);
            free = swaps.free();
        }
    }

    private void lookAgainAt(List<Subject> before) {
        lookAgain(before.stream().flatMap(subject -> Again.at(subject).stream()).toList());
    }

    private void lookAgain(List<Again> some) {
        if (some.isEmpty()) {
            return;
        }
        Map<WorkerRef, Subject.Manner> manners = new HashMap<>();
        some.forEach(again -> manners.put(again.worker().ref(), again.manner()));
        List<Worker> workers = some.stream().map(Again::worker).toList();
        road.take(subjects.read(workers, session.now(), ref -> manners.getOrDefault(ref, Subject.Manner.BULK)));
        road.takeWaiting();
    }
}
