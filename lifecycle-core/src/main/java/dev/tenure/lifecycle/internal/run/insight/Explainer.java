package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.run.correlate.Lookup;
import dev.tenure.lifecycle.internal.run.setup.Bindings;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Draft;
import dev.tenure.lifecycle.internal.run.subject.Drafts;
import dev.tenure.lifecycle.internal.run.subject.Glance;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.mapping.RowPreview;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.report.AccountExplanation;
import dev.tenure.lifecycle.report.Explanation;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explains one worker: reads it from HR and its accounts at the targets, and writes nothing. */
final class Explainer {

    private final Settings settings;
    private final Glance glance;
    private final Mapper identityMapper;
    private final List<TargetBinding> bindings;

    Explainer(Settings settings, Glance glance, Bindings bound) {
        this.settings = settings;
        this.glance = glance;
        this.identityMapper = bound.identity();
        this.bindings = bound.targets();
    }

    Explanation explain(WorkerRef ref, Instant now) {
        Optional<Subject> returned = glance.inHr(ref, now);
        Subject subject = returned.or(() -> glance.inStore(ref, now))
                .orElseThrow(() -> new IllegalArgumentException(
                        "HR does not return worker " + ref + " and no import has ever seen it; check the reference"));
        List<RowPreview> identity = subject.worker().isEmpty()
                ? List.of()
                : identityMapper.preview(
                        glance.mapped(subject, now).input().get().build());
        List<AccountExplanation> targets = new ArrayList<>();
        for (TargetBinding binding : bindings) {
            targets.add(account(subject, binding, identity, now));
        }
        return new Explanation(
                ref,
                now,
                returned.isPresent(),
                Facts.of(subject.employment()),
                subject.decision(),
                glance.zoneOrigin(subject),
                identity,
                targets);
    }

    private AccountExplanation account(Subject subject, TargetBinding binding, List<RowPreview> identity, Instant now) {
        AccountState known = subject.at(binding.name());
        Optional<AccountRef> ref = known.link().map(Link::account);
        Optional<Account> account = ref.flatMap(
                linked -> Lookup.of(binding, settings.store(), Set.of(linked), Set.of(), glance.accountRetries())
                        .account(linked));
        List<String> notes = notes(known, ref, account);
        glance.inChargeInsteadOf(subject)
                .ifPresent(other -> notes.add("record " + other
                        + " of a higher source decides for this person; this one lends it what the"
                        + " mapping takes of it (A7)"));
        if (ref.isEmpty()) {
            glance.otherRecordInCharge(subject)
                    .ifPresent(other -> notes.add(
                            "another record of the same person, " + other + ", is in charge; this one waits (D1)"));
        }
        account.ifPresent(there -> status(subject, binding, there).ifPresent(notes::add));
        List<RowPreview> rows = List.of();
        if (subject.worker().isPresent()) {
            Drafts.Mapped mapped = glance.mapped(subject, now);
            rows = binding.preview(mapped.identity(), mapped.input().get()).orElse(identity);
            notes.addAll(draftNotes(glance.draft(subject, binding, now)));
        }
        List<RowPreview> shown = account.isEmpty() ? rows : withCurrent(rows, account.get());
        return new AccountExplanation(binding.name(), ref, account.map(Account::status), shown, notes);
    }

    /** Why the account is open or closed where the decision asks for the opposite. */
    private Optional<String> status(Subject subject, TargetBinding binding, Account account) {
        boolean closed = account.status() == AccountStatus.DEACTIVATED;
        if (subject.state() == LifecycleState.TERMINATED && isToBeClosed(binding, account.status())) {
            return Optional.of("the worker has ended and the account is not closed yet: the next import that reads the"
                    + " worker, or advance(), closes it, unless something here holds it (E3)");
        }
        if (subject.state().hasAccess() && closed) {
            return Optional.of(
                    settings.policy().reactivateDeactivated()
                            ? "the worker is to have access and the account is deactivated: the next import that reads"
                                    + " the worker opens it (E5)"
                            : "the worker is to have access and the account is deactivated: it waits for a person to"
                                    + " open it (E4)");
        }
        return Optional.empty();
    }

    private boolean isToBeClosed(TargetBinding binding, AccountStatus status) {
        Optional<ChangeKind> leaving = settings.targets().stream()
                .filter(target -> target.target().name().equals(binding.name()))
                .findFirst()
                .flatMap(Settings.TargetSettings::leaving);
        boolean suspended = status == AccountStatus.SUSPENDED && leaving.equals(Optional.of(ChangeKind.SUSPEND));
        return leaving.isPresent() && status != AccountStatus.DEACTIVATED && !suspended;
    }

    private static List<String> draftNotes(Draft draft) {
        List<String> notes = new ArrayList<>();
        if (!draft.inScope()) {
            notes.add("the worker is not in the scope of this target");
        }
        if (!draft.unresolved().isEmpty()) {
            notes.add("refers to a worker who has no account yet: " + String.join(", ", draft.unresolved()));
        }
        return notes;
    }

    private static List<RowPreview> withCurrent(List<RowPreview> rows, Account account) {
        return rows.stream()
                .map(row -> row.withCurrent(
                        account.attributes().get(row.row().attribute()).orElse(AttributeValue.NULL)))
                .toList();
    }

    private static List<String> notes(AccountState known, Optional<AccountRef> ref, Optional<Account> account) {
        List<String> notes = new ArrayList<>();
        if (ref.isPresent() && account.isEmpty()) {
            notes.add("the linked account is gone from the target");
        }
        known.pending()
                .ifPresent(pending ->
                        notes.add("waits for a person to decide: " + pending.why() + ", since " + pending.since()));
        known.hold()
                .ifPresent(hold -> notes.add("the safeguard holds: " + hold.kind() + ", since " + hold.at()
                        + (hold.discarded() ? " (dropped until the next import)" : "")));
        known.failures()
                .forEach(failure -> notes.add(failure.change() + " failed " + failure.attempts() + " times, last at "
                        + failure.lastAt() + ": " + failure.message()));
        known.intent()
                .ifPresent(intent -> notes.add(
                        "a run was cut off before it knew what became of " + intent.change() + " at " + intent.at()));
        return notes;
    }
}
