package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.plan.AccountPlan;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.plan.NoticeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans nothing for a record of a person, because another one is in charge (rules D1, D3, A7). */
final class LeftOut {

    private final Session session;
    private final Assembler assembler;
    private final List<TargetBinding> bindings;

    LeftOut(Session session, Assembler assembler, List<TargetBinding> bindings) {
        this.session = session;
        this.assembler = assembler;
        this.bindings = bindings;
    }

    /**
     * Leaves a record out, and reports one that is at work. That a source beside the one in charge knows the person, too, is
     * no second employment (A7).
     */
    SubjectPlan plan(Subject record, Subject inCharge) {
        if (record.state() == LifecycleState.ACTIVE
                && record.ref().source().equals(inCharge.ref().source())) {
            session.notice(
                    NoticeKind.SECOND_RECORD,
                    Optional.of(record.ref()),
                    record.ref().source(),
                    "another record of the same person, " + inCharge.ref() + ", is in charge; this one is left out");
        }
        Map<String, SubjectPlan.TargetPlan> nothing = new LinkedHashMap<>();
        for (TargetBinding binding : bindings) {
            nothing.put(binding.name(), at(record, binding));
        }
        return new SubjectPlan(record, nothing);
    }

    /** Nothing is done for a record; of one in doubt its failure tells when to look again. */
    SubjectPlan.TargetPlan at(Subject record, TargetBinding binding) {
        return record.unknown(binding.name()).isPresent()
                ? assembler.plan(record, binding)
                : SubjectPlan.TargetPlan.of(AccountPlan.nothing(), false);
    }
}
