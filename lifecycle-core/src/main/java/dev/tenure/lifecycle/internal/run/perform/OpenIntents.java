package dev.tenure.lifecycle.internal.run.perform;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.internal.apply.Doubt;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Intent;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what stays open of a run that was cut off once a worker is looked at again, so that another cut loses nothing (rule S4). */
final class OpenIntents {

    private final Session session;
    private final ContactUpdates contacts;

    OpenIntents(Session session, ContactUpdates contacts) {
        this.session = session;
        this.contacts = contacts;
    }

    /**
     * What comes next for a worker whose account such a run made; of another one, that HR is to be told, and what calls without
     * an answer may have changed, until the account is compared with what HR says, and the steps that are planned then have
     * settled it. That may be long after, such as for a leaver's memberships on the return.
     */
    Optional<Intent> afterTheLook(Subject subject, TargetBinding binding, SubjectPlan.TargetPlan todo) {
        Fingerprint telling = binding.touched().telling();
        if (subject.isMade(binding.name())) {
            boolean tells = contacts.followMade(subject, binding) && comesToHaveAll(todo);
            return tells
                    ? Doubt.open(Optional.of(ChangeKind.WRITE_BACK), telling, session.id(), session.now())
                    : Doubt.open(first(todo), Fingerprint.none(), session.id(), session.now());
        }
        AccountState known = subject.at(binding.name());
        Fingerprint doubt = Doubt.of(known);
        boolean waits = known.link().isPresent()
                && (todo.plan().pending().isPresent() || !todo.plan().compares());
        Fingerprint seen = waits ? Fingerprint.none() : doubt.without(telling);
        for (Step step : todo.others()) {
            seen = seen.without(binding.touched().of(step.change()));
        }
        Fingerprint open = doubt.without(seen);
        Optional<ChangeKind> next =
                binding.touched().tells(open) ? Optional.of(ChangeKind.WRITE_BACK) : Optional.empty();
        Optional<Intent> left = Doubt.open(next, open, session.id(), session.now());
        // What waits on is not saved anew by every import.
        return known.intent()
                .filter(intent -> left.filter(other -> isSame(intent, other)).isPresent())
                .or(() -> left);
    }

    private static boolean isSame(Intent one, Intent other) {
        return one.change() == other.change() && one.keys().equals(other.keys());
    }

    /** Whether the account is to have what HR says after this plan: where it is left alone once it is made, it may not. */
    private static boolean comesToHaveAll(SubjectPlan.TargetPlan todo) {
        return todo.plan().quietly().isPresent()
                || todo.others().stream().anyMatch(step -> step.change().kind() == ChangeKind.UPDATE);
    }

    /** A closing may wait long for its turn, and a run that is cut off meanwhile is taken up again by its intent. */
    static Optional<ChangeKind> first(SubjectPlan.TargetPlan todo) {
        return Stream.concat(todo.others().stream(), todo.closings().stream())
                .map(step -> step.change().kind())
                .findFirst();
    }
}
