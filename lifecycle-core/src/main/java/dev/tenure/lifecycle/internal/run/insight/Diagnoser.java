package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.internal.run.correlate.Lookup;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Draft;
import dev.tenure.lifecycle.internal.run.subject.Glance;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.report.ConnectionTest;
import dev.tenure.lifecycle.report.Diagnosis;
import dev.tenure.lifecycle.report.Rules;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out why a worker was not updated (rule N1). Looks at HR, the store and the targets; writes nothing. */
final class Diagnoser {

    private final Settings settings;
    private final Glance glance;
    private final Fingerprinter hashes;
    private final List<TargetBinding> bindings;

    Diagnoser(Settings settings, Glance glance, Fingerprinter hashes, List<TargetBinding> bindings) {
        this.settings = settings;
        this.glance = glance;
        this.hashes = hashes;
        this.bindings = bindings;
    }

    Diagnosis diagnose(WorkerRef ref, Optional<String> attribute, Instant now) {
        glance.source(ref.source());
        Findings findings = new Findings();
        connections(ref, findings);
        Optional<Subject> stored = glance.inStore(ref, now);
        Optional<Subject> read = readFromHr(ref, now, findings);
        new LastImport(settings).check(ref, stored, read.isPresent(), findings);
        Optional<Subject> subject = read.or(() -> stored);
        subject.ifPresent(known -> {
            employment(known, findings);
            for (Settings.TargetSettings target : settings.targets()) {
                String name = target.target().name();
                waiting(known.at(name), name, findings);
            }
            for (TargetBinding binding : bindings) {
                account(known, binding, attribute, now, findings);
            }
        });
        return new Diagnosis(ref, attribute, now, findings.all());
    }

    private void connections(WorkerRef ref, Findings findings) {
        for (ConnectionTest.Tested tested : ConnectionTests.run(settings).systems()) {
            if (tested.role() == ConnectionTest.Role.SOURCE && !tested.name().equals(ref.source())) {
                continue;
            }
            for (ConnectionReport.Check check : tested.report().checks()) {
                check.problem()
                        .ifPresent(problem -> findings.add(
                                check.kind()
                                        .map(kind -> Findings.causeOf(kind, Cause.CONNECTION_PROBLEM))
                                        .orElse(Cause.CONNECTION_PROBLEM),
                                tested.name(),
                                "N3",
                                "the connection test of '" + check.feature() + "' finds: " + problem,
                                "mend the connection; test() shows whether it works"));
            }
        }
    }

    private Optional<Subject> readFromHr(WorkerRef ref, Instant now, Findings findings) {
        try {
            Optional<Subject> read = glance.inHr(ref, now);
            if (read.isEmpty()) {
                findings.add(
                        Cause.NOT_RETURNED_BY_HR,
                        ref.source(),
                        "A3",
                        "HR does not return this worker when asked for it by its key",
                        "look in HR whether the record is there and the integration user may see it");
            }
            return read;
        } catch (ConnectorException failed) {
            failed(failed, ref.source(), findings);
            return Optional.empty();
        }
    }

    private static void failed(ConnectorException failed, String system, Findings findings) {
        findings.add(
                Findings.causeOf(failed.kind(), Cause.CONNECTION_PROBLEM),
                system,
                "N3",
                String.valueOf(failed.getMessage()),
                "mend what the message names; test() shows whether it works");
    }

    private void employment(Subject subject, Findings findings) {
        Decision decision = subject.decision();
        String because = "the worker is " + decision.state() + ", because " + Rules.inWords(decision.because());
        if (decision.state() == LifecycleState.TERMINATED) {
            findings.add(
                    Cause.ENDED,
                    subject.ref().source(),
                    "E3",
                    because + decision.effectiveAt().map(at -> ", since " + at).orElse("")
                            + "; from the end on no change of the profile is sent",
                    "");
        } else if (!decision.state().hasAccess()) {
            findings.add(
                    Cause.NOT_ELIGIBLE,
                    subject.ref().source(),
                    decision.because().rule(),
                    because
                            + decision.next()
                                    .map(next -> "; " + next.state() + " comes at " + next.at())
                                    .orElse(""),
                    "correct the facts in HR, or the policy, if this is not what you expect");
        }
        glance.otherRecordInCharge(subject)
                .ifPresent(other -> findings.add(
                        Cause.OTHER_RECORD_IN_CHARGE,
                        subject.ref().source(),
                        "D1",
                        "another record of the same person, " + other + ", is linked and in charge",
                        "change the record that is in charge, or wait until it ends"));
    }

    private void account(
            Subject subject, TargetBinding binding, Optional<String> attribute, Instant now, Findings findings) {
        String target = binding.name();
        AccountState known = subject.at(target);
        Optional<Draft> draft = subject.worker().map(worker -> glance.draft(subject, binding, now));
        Optional<Profile> profile = draft.flatMap(Draft::profile);
        draft.ifPresent(made -> scope(made, target, findings));
        try {
            if (known.link().isEmpty()) {
                notLinked(subject, binding, profile, findings);
                return;
            }
            Link link = known.link().get();
            Optional<Account> account = Lookup.of(
                            binding, settings.store(), Set.of(link.account()), Set.of(), glance.accountRetries())
                    .account(link.account());
            linked(account, link, target, findings);
            if (profile.isPresent() && account.isPresent()) {
                Set<String> taken = new KeysInUse(settings, glance).taken(binding, profile.get(), link, account.get());
                new AttributeDiagnosis(settings, binding, hashes, findings)
                        .check(subject, profile.get(), link, account.get(), taken, attribute);
            }
        } catch (ConnectorException failed) {
            failed(failed, target, findings);
        }
    }

    private static void scope(Draft draft, String target, Findings findings) {
        if (!draft.inScope()) {
            findings.add(
                    Cause.OUT_OF_SCOPE,
                    target,
                    "part E",
                    "the worker is not in the scope of this target, which takes only some workers",
                    "change the scope, or what it looks at in HR");
        }
        if (!draft.unresolved().isEmpty()) {
            findings.add(
                    Cause.REFERENCE_WAITS,
                    target,
                    "E11",
                    "refers to a worker who has no account yet: " + String.join(", ", draft.unresolved()),
                    "nothing: it is completed once that worker's account is there");
        }
    }

    private void waiting(AccountState known, String target, Findings findings) {
        known.hold()
                .ifPresent(hold -> findings.add(
                        Cause.HELD_BY_SAFEGUARD,
                        target,
                        "S1",
                        hold.kind() + " is held since " + hold.at() + ": one of " + hold.count() + " among " + hold.of()
                                + " accounts with access" + (hold.discarded() ? "; dropped until the next import" : ""),
                        "approve() or discard() what is held"));
        known.failures()
                .forEach(failure -> findings.add(
                        Findings.causeOf(failure.kind(), Cause.WAITING_AFTER_FAILURE),
                        target,
                        "S3",
                        failure.change() + " failed " + failure.attempts() + " times in a row, last at "
                                + failure.lastAt() + " (" + failure.kind() + "): " + failure.message(),
                        "mend what the message names; it is tried again by the next import"
                                + failure.retryAt()
                                        .map(at -> " from " + at + " on")
                                        .orElse("")
                                + (failure.attempts() >= settings.quarantineAfter()
                                        ? ", but for the quarantine that the worker is in by now: retry() it"
                                        : "")));
        known.intent()
                .ifPresent(intent -> findings.add(
                        Cause.INTERRUPTED,
                        target,
                        "S4",
                        "a run was cut off at " + intent.at() + " before it knew what became of " + intent.change(),
                        "the next import looks at the target and goes on"));
        known.pending()
                .ifPresent(pending -> findings.add(
                        Cause.WAITING_FOR_DECISION,
                        target,
                        "part E",
                        "a person is asked since " + pending.since() + ": " + pending.why()
                                + pending.account()
                                        .map(ref -> " of account " + ref.id())
                                        .orElse(""),
                        "confirm(), reject() or link() the worker"));
    }

    private void notLinked(Subject subject, TargetBinding binding, Optional<Profile> profile, Findings findings) {
        Set<AccountKey> keys = profile.map(
                        mapped -> Set.copyOf(binding.matcher().exactKeys(mapped.values())))
                .orElse(Set.of());
        List<Account> fitting = keys.isEmpty()
                ? List.of()
                : Lookup.of(binding, settings.store(), Set.of(), keys, glance.accountRetries())
                        .all();
        if (fitting.isEmpty()) {
            findings.add(
                    Cause.NOT_LINKED,
                    binding.name(),
                    "E1",
                    "no account is linked, and none has the worker's login or another of its keys",
                    subject.state().hasAccess()
                            ? "run an import that reads the worker; it makes the account"
                            : "nothing, until the worker may come in");
            return;
        }
        Map<AccountRef, WorkerRef> owners =
                settings.store().owners(fitting.stream().map(Account::ref).toList());
        fitting.forEach(account -> fits(subject, account, Optional.ofNullable(owners.get(account.ref())), findings));
    }

    private void fits(Subject subject, Account account, Optional<WorkerRef> owner, Findings findings) {
        String what = "no account is linked, though account " + account.ref().id() + " (" + account.status()
                + ") has a key of the worker";
        if (owner.isEmpty()) {
            findings.add(
                    Cause.NOT_LINKED,
                    account.ref().target(),
                    "N2",
                    what + ": it was made before provisioning was on, or the link was lost",
                    "relink() the worker to it, if it is this worker's");
        } else if (glance.isSamePerson(subject, owner.get())) {
            findings.add(
                    Cause.NOT_LINKED,
                    account.ref().target(),
                    "D2",
                    what + ": it belongs to " + owner.get() + ", another record of the same person",
                    "nothing: this record takes the account over when that one has ended and this one has begun");
        } else {
            findings.add(
                    Cause.NOT_LINKED,
                    account.ref().target(),
                    "E10",
                    what + ": it is linked to another worker, " + owner.get(),
                    "find out in HR who is right, and correct the login or e-mail of the other");
        }
    }

    private void linked(Optional<Account> account, Link link, String target, Findings findings) {
        if (settings.policy().sourcing() == Sourcing.IMPORT_ONLY) {
            findings.add(
                    Cause.UPDATES_OFF,
                    target,
                    "A6",
                    "the policy's sourcing is IMPORT_ONLY: accounts are made or linked once and then left alone",
                    "set sourcing to PROFILE_SOURCE if HR is to manage them");
        }
        if (account.isEmpty()) {
            findings.add(
                    Cause.ACCOUNT_GONE,
                    target,
                    "E14",
                    "the linked account " + link.account().id() + " is gone from the target",
                    "relink() the worker to another account");
        } else if (account.get().status() == AccountStatus.DEACTIVATED) {
            findings.add(
                    Cause.USER_DEACTIVATED,
                    target,
                    settings.policy().reactivateDeactivated() ? "E5" : "E4",
                    "account " + link.account().id() + " is deactivated; it gets no update while it is",
                    settings.policy().reactivateDeactivated()
                            ? "the next import that reads the worker opens it, if the worker is to have access"
                            : "reactivate it at the target; the next import updates it");
        }
    }
}
