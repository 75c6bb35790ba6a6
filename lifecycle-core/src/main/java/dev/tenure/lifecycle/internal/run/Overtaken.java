package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Workers whom another run has in hand, or has just handled, perhaps on older facts: an import looks again at its end, and if
 * that is of no use either, leaves the watermark where it is, so that the next import reads the worker again. What is due
 * stays due unless the other run has done it. Safe for use by several threads.
 */
final class Overtaken {

    private final Session session;
    private final List<Again> again = Collections.synchronizedList(new ArrayList<>());
    private final Set<WorkerRef> lookedAgain = ConcurrentHashMap.newKeySet();
    private final Set<String> incomplete = ConcurrentHashMap.newKeySet();

    Overtaken(Session session) {
        this.session = session;
    }

    void note(SubjectPlan plan) {
        WorkerRef ref = plan.subject().ref();
        if (session.kind() == ImportKind.ADVANCE) {
            return;
        }
        if (session.readsAll() && plan.subject().worker().isPresent() && lookedAgain.add(ref)) {
            Again.at(plan.subject()).ifPresent(again::add);
            return;
        }
        leaveOut(ref, "another run has this worker in hand");
    }

    /** Who carries out a plan does what was looked at and nothing else, and leaves the rest to the next import. */
    void leaveOut(SubjectPlan plan) {
        leaveOut(plan.subject().ref(), "is not as it was when the plan was made");
    }

    private void leaveOut(WorkerRef ref, String why) {
        session.tries().failed(ref, ref.source());
        session.notice(NoticeKind.OVERTAKEN, Optional.of(ref), ref.source(), why);
        incomplete.add(ref.source());
    }

    /** Gives those who are to be looked at again, each once. */
    List<Again> takeAgain() {
        List<Again> all = List.copyOf(again);
        again.clear();
        return all;
    }

    /** Whether somebody of a source was left to the next import. */
    boolean leftOutOf(String source) {
        return incomplete.contains(source);
    }
}
