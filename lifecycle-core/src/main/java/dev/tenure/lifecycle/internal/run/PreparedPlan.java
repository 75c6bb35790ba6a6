package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.rehearse.HrRecording;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.PersonPlan;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a rehearsal came to, with what is needed to carry it out.
 *
 * @param kind of which import
 * @param madeAt for which moment
 * @param people the workers for whom there is something to do, to ask or to say
 * @param groupChanges changes of groups
 * @param held what the safeguard would hold
 * @param notices what reading and planning reported
 * @param looked everybody whom the rehearsal looked at
 * @param recordings what HR answered, by the source's name
 */
public record PreparedPlan(
        ImportKind kind,
        Instant madeAt,
        List<PersonPlan> people,
        List<Change> groupChanges,
        List<HeldChanges> held,
        List<Notice> notices,
        Map<WorkerRef, PlanRecorder.Looked> looked,
        Map<String, HrRecording> recordings)
        implements Plan {

    public PreparedPlan {
        people = List.copyOf(people);
        groupChanges = List.copyOf(groupChanges);
        held = List.copyOf(held);
        notices = List.copyOf(notices);
        recordings = Map.copyOf(recordings);
    }

    @Override
    public int unchanged() {
        return looked.size()
                - (int) people.stream()
                        .filter(person -> looked.containsKey(person.worker()))
                        .count();
    }

    @Override
    public String toString() {
        return "Plan[" + kind + ", " + looked.size() + " workers]";
    }
}
