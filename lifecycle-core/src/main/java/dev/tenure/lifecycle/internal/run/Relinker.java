package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.internal.apply.Doubt;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Glance;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Repairs a missing link and touches nothing else (rule N2). */
final class Relinker {

    private final Settings settings;
    private final Glance glance;

    Relinker(Settings settings, Glance glance) {
        this.settings = settings;
        this.glance = glance;
    }

    void relink(Session session, WorkerRef ref, TargetBinding binding, String login) {
        Account account = new ChosenAccount(settings.store(), glance.retries()).find(ref, binding, login);
        Subject subject = glance.inStore(ref, session.now())
                .or(() -> glance.inHr(ref, session.now()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "HR does not return worker " + ref + " and no import has ever seen it; check the reference"));
        AccountState known = subject.at(binding.name());
        Optional<AccountRef> before = known.link().map(Link::account);
        if (before.equals(Optional.of(account.ref()))) {
            return;
        }
        // E11: the next import completes those who refer to the one before.
        before.ifPresent(
                new Referrers(settings.store(), new Outstanding(settings.store()), session, List.of(binding))::note);
        save(session, subject, binding, account);
    }

    private void save(Session session, Subject subject, TargetBinding binding, Account account) {
        AccountState known = subject.at(binding.name());
        Set<String> rejected = new TreeSet<>(known.rejected());
        rejected.remove(account.ref().id());
        // Nothing is known to have been sent: the next import that reads the worker compares with what is there.
        Link link = new Link(account.ref(), account.status(), Fingerprint.none(), Set.of());
        AccountState linked = known.withLink(Optional.of(link))
                .withPending(Optional.empty())
                .withFailure(Optional.empty())
                .withIntent(stillToTell(known, binding))
                .withRejected(rejected);
        Subjects subjects = glance.subjects();
        WorkerState state = subjects.settle(subjects.before(subject).with(binding.name(), linked), subject);
        Change change = Change.builder(
                        ChangeKind.LINK, binding.name(), "N2", "linked by hand; the account is as it was")
                .worker(subject.ref())
                .account(account.ref())
                .build();
        JournalEntry entry = JournalEntry.of(change, session.id(), session.now(), OutcomeKind.APPLIED, change.reason());
        settings.store().save(StoreUpdate.of(state, List.of(entry)));
        session.changed(change, entry);
    }

    /** What was under way for the account before, or is in doubt of it, is not about this one (S4); HR is told all the same. */
    private static Optional<Intent> stillToTell(AccountState known, TargetBinding binding) {
        return known.intent()
                .filter(intent -> binding.touched().tells(Doubt.of(known)))
                .map(intent -> new Intent(
                        ChangeKind.WRITE_BACK,
                        intent.run(),
                        intent.at(),
                        binding.touched().telling()));
    }
}
