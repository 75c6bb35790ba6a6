package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.apply.Doubt;
import dev.tenure.lifecycle.internal.plan.Situation;
import dev.tenure.lifecycle.internal.plan.SituationBuilder;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.Intent;
import java.util.Map;
import java.util.Set;

/** Puts together what planning is given about a worker at a target before the target is looked at. */
public final class Situations {

    private final Map<String, GroupBook> groups;

    public Situations(Map<String, GroupBook> groups) {
        this.groups = groups;
    }

    public SituationBuilder of(Draft draft, TargetBinding binding) {
        return of(draft, binding, draft.subject().at(binding.name()));
    }

    /** The same where the account comes over from another worker: what is in doubt of it is so from then on (D2, E10, S4). */
    public SituationBuilder of(Draft draft, TargetBinding binding, AccountState before) {
        Subject subject = draft.subject();
        AccountState known = subject.at(binding.name());
        GroupBook book = groups.get(binding.name());
        Fingerprint doubt = Doubt.of(before);
        Map<String, String> groupNames = book == null ? Map.of() : book.names();
        Fingerprint sent = before.link().map(Link::sent).orElse(Fingerprint.none());
        return Situation.builder(subject.ref(), subject.decision())
                .endedBefore(subject.endedBefore())
                .link(draft.link())
                .profile(draft.profile().filter(profile -> profile.faults().isEmpty()))
                .whole(draft.whole())
                .groups(draft.wanted())
                .groupNames(groupNames)
                .doomedGroups(book == null ? Set.of() : book.doomed())
                .adopted(book == null ? Map.of() : book.adopted())
                .inDoubt(binding.touched().attributes(doubt))
                .groupsInDoubt(book == null ? Set.of() : binding.touched().groups(doubt, groupNames.keySet(), sent))
                .resumed(isUnfinished(known))
                .made(subject.isMade(binding.name()) || isStillToOpen(known))
                .confirmed(subject.manner().confirmed())
                .tried(wasTried(known) && !subject.manner().rejected())
                .inScope(draft.inScope())
                .place(draft.place().filter(name -> binding.target().places().isPresent()))
                .closedUntilStart(binding.closedUntilStart());
    }

    /** Whether a run was cut off, or failed, while it made the account: that it may be made was settled before (S3, E8). */
    private static boolean wasTried(AccountState known) {
        boolean begun = known.intent()
                .filter(intent -> intent.change() == ChangeKind.CREATE)
                .isPresent();
        return begun
                || known.failure()
                        .filter(failure -> failure.change() == ChangeKind.CREATE)
                        .filter(failure -> failure.kind() != FailureKind.MAPPING
                                && failure.kind() != FailureKind.REFERENCE_MISSING)
                        .isPresent();
    }

    /** Whether a run was cut off, or failed, between making an account and putting it into its groups. */
    private static boolean isUnfinished(AccountState known) {
        boolean cutOff = known.intent()
                .filter(intent -> known.link().isPresent() && !intent.change().takesAccess())
                .isPresent();
        return cutOff
                || isStillToOpen(known)
                || known.failure()
                        .filter(failure -> failure.change() == ChangeKind.MEMBER_ADD)
                        .isPresent();
    }

    /** Whether a run was cut off, or failed, between finding the account of a lost create and opening it (rule S4). */
    public static boolean isStillToOpen(AccountState known) {
        boolean meant = known.intent()
                        .map(Intent::change)
                        .filter(ChangeKind.REACTIVATE::equals)
                        .isPresent()
                || known.failure()
                        .map(Failure::change)
                        .filter(ChangeKind.REACTIVATE::equals)
                        .isPresent();
        return meant
                && known.link()
                        .map(Link::status)
                        .filter(AccountStatus.STAGED::equals)
                        .isPresent();
    }

    /** Whether new values of key attributes have to be looked up at the target before they are sent (rule E10). */
    public boolean changesKey(Draft draft, TargetBinding binding) {
        boolean inDoubt = !Doubt.of(draft.subject().at(binding.name())).equals(Fingerprint.none());
        return draft.link().filter(link -> inDoubt || !draft.isAsSent(link)).isPresent()
                && binding.planner().changesKey(of(draft, binding).build());
    }
}
