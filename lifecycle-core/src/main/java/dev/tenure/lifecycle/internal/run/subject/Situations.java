package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.internal.plan.Situation;
import dev.tenure.lifecycle.internal.plan.SituationBuilder;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import java.util.Map;
import java.util.Set;

/** Puts together what planning is given about a worker at a target before the target is looked at. */
public final class Situations {

    private final Map<String, GroupBook> groups;

    public Situations(Map<String, GroupBook> groups) {
        this.groups = groups;
    }

    public SituationBuilder of(Draft draft, TargetBinding binding) {
        Subject subject = draft.subject();
        AccountState known = subject.at(binding.name());
        GroupBook book = groups.get(binding.name());
        return Situation.builder(subject.ref(), subject.decision())
                .endedBefore(subject.endedBefore())
                .link(draft.link())
                .profile(draft.profile().filter(profile -> profile.faults().isEmpty()))
                .whole(draft.whole())
                .groups(draft.wanted())
                .groupNames(book == null ? Map.of() : book.names())
                .doomedGroups(book == null ? Set.of() : book.doomed())
                .resumed(isUnfinished(known))
                .made(subject.isMade(binding.name()))
                .confirmed(subject.manner().confirmed())
                .inScope(draft.inScope())
                .place(draft.place().filter(name -> binding.target().places().isPresent()))
                .closedUntilStart(binding.closedUntilStart());
    }

    /** Whether a run was cut off, or failed, between making an account and putting it into its groups. */
    private static boolean isUnfinished(AccountState known) {
        boolean cutOff = known.intent()
                .filter(intent -> known.link().isPresent() && !intent.change().takesAccess())
                .isPresent();
        return cutOff
                || known.failure()
                        .filter(failure -> failure.change() == ChangeKind.MEMBER_ADD)
                        .isPresent();
    }

    /** Whether new values of key attributes have to be looked up at the target before they are sent (rule E10). */
    public boolean changesKey(Draft draft, TargetBinding binding) {
        return draft.link().filter(link -> !draft.isAsSent(link)).isPresent()
                && binding.planner().changesKey(of(draft, binding).build());
    }
}
