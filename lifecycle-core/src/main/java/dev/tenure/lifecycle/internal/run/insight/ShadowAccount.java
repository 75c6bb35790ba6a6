package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Match;
import dev.tenure.lifecycle.account.MatchKind;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Draft;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.report.DifferenceKind;
import dev.tenure.lifecycle.report.Rules;
import dev.tenure.lifecycle.report.ShadowDifference;
import dev.tenure.lifecycle.report.ShadowDifferenceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares one account with what the rules and the mapping ask for. Pure. */
final class ShadowAccount {

    private final LifecyclePolicy policy;
    private final TargetBinding binding;
    private final Optional<ChangeKind> leaving;
    private final ShadowGroups groups;

    ShadowAccount(Settings settings, TargetBinding binding, ShadowGroups groups) {
        this.policy = settings.policy();
        this.binding = binding;
        this.groups = groups;
        this.leaving = settings.targets().stream()
                .filter(target -> target.target().name().equals(binding.name()))
                .findFirst()
                .flatMap(Settings.TargetSettings::leaving);
    }

    List<ShadowDifference> compare(Draft draft, Optional<Account> account) {
        Subject subject = draft.subject();
        Profile profile = draft.profile().orElseThrow();
        boolean leavesAlone = policy.sourcing() == Sourcing.IMPORT_ONLY && account.isPresent();
        if (leavesAlone) {
            return List.of();
        }
        if (!draft.inScope()) {
            // Who is not linked and not in scope is somebody else's business.
            return account.filter(there -> draft.link().isPresent() && isOpen(there))
                    .map(there -> outOfScope(subject, there))
                    .map(List::of)
                    .orElse(List.of());
        }
        if (subject.state() == LifecycleState.TERMINATED) {
            return account.filter(this::isOpen)
                    .map(there -> closing(subject, there))
                    .map(List::of)
                    .orElse(List.of());
        }
        if (!subject.state().hasAccess()) {
            return account.filter(this::isOpen)
                    .map(there -> early(subject, there))
                    .map(List::of)
                    .orElse(List.of());
        }
        if (!profile.faults().isEmpty()) {
            return List.of(difference(DifferenceKind.UNMAPPED, subject, account)
                    .rule("M5")
                    .reason(profile.faults().get(0).message())
                    .build());
        }
        if (account.isEmpty()) {
            return List.of(difference(DifferenceKind.NO_ACCOUNT, subject, account)
                    .rule(policy.confirmNew() ? "E1" : "E8")
                    .reason("The engine would " + (policy.confirmNew() ? "make one" : "ask whether to make one")
                            + ": the worker is " + subject.state() + ", because "
                            + Rules.inWords(subject.decision().because()) + ".")
                    .build());
        }
        return withAccess(subject, profile, account.get());
    }

    List<ShadowDifference> unclear(Subject subject, Match match) {
        if (!subject.state().hasAccess()) {
            return List.of();
        }
        boolean partial = match.kind() == MatchKind.PARTIAL;
        return List.of(difference(DifferenceKind.UNCLEAR, subject, match.account())
                .rule(partial ? "E9" : "E10")
                .reason((partial ? "An account agrees in " : "Several accounts, or one of another worker, agree in ")
                        + String.join(" and ", match.by())
                        + (partial ? " alone." : "."))
                .build());
    }

    private boolean isOpen(Account account) {
        boolean closed = account.status() == AccountStatus.DEACTIVATED
                || (leaving.equals(Optional.of(ChangeKind.SUSPEND)) && account.status() == AccountStatus.SUSPENDED);
        return leaving.isPresent() && !closed;
    }

    private ShadowDifference closing(Subject subject, Account account) {
        Decision decision = subject.decision();
        return difference(DifferenceKind.STILL_OPEN, subject, Optional.of(account))
                .rule(decision.because().rule())
                .reason("The account is " + account.status() + " and the worker has ended"
                        + decision.effectiveAt().map(at -> " at " + at).orElse("") + ", because "
                        + Rules.inWords(decision.because()) + " (days counted in " + decision.zone() + ").")
                .build();
    }

    private ShadowDifference outOfScope(Subject subject, Account account) {
        return difference(DifferenceKind.STILL_OPEN, subject, Optional.of(account))
                .rule("E3")
                .reason("The account is " + account.status() + " and the worker left the scope of this target.")
                .build();
    }

    private ShadowDifference early(Subject subject, Account account) {
        Decision decision = subject.decision();
        return difference(DifferenceKind.OPEN_TOO_EARLY, subject, Optional.of(account))
                .rule(decision.because().rule())
                .reason("The account is " + account.status() + " and the worker is " + decision.state() + ", because "
                        + Rules.inWords(decision.because())
                        + decision.next()
                                .map(next -> "; " + next.state() + " comes at " + next.at())
                                .orElse("") + ". The engine would leave it alone.")
                .build();
    }

    /** What differs for a worker whom another record of the person keeps out until its first day (rules D1, D3). */
    List<ShadowDifference> leftOut(Draft draft, Optional<Account> account) {
        Subject subject = draft.subject();
        return account.filter(there -> isOpen(there) && draft.inScope())
                .map(there -> difference(DifferenceKind.OPEN_TOO_EARLY, subject, account)
                        .rule("D3")
                        .reason("The account is " + there.status() + " and the worker is " + subject.state()
                                + "; another record of the person keeps this one out until its start date."
                                + " The engine would leave it alone.")
                        .build())
                .map(List::of)
                .orElse(List.of());
    }

    private List<ShadowDifference> withAccess(Subject subject, Profile profile, Account account) {
        List<ShadowDifference> differences = new ArrayList<>();
        if (account.status() == AccountStatus.DEACTIVATED) {
            boolean revives = policy.reactivateDeactivated();
            differences.add(difference(DifferenceKind.CLOSED, subject, Optional.of(account))
                    .rule(revives ? "E5" : "E4")
                    .reason("The account is deactivated and the worker is " + subject.state() + ". The engine would "
                            + (revives ? "open it again." : "ask a person."))
                    .build());
        } else if (account.status() == AccountStatus.SUSPENDED && policy.reactivateSuspended()) {
            differences.add(difference(DifferenceKind.SUSPENDED, subject, Optional.of(account))
                    .rule("E6")
                    .reason("The account is suspended and the worker is " + subject.state()
                            + ". The engine would unsuspend it.")
                    .build());
        }
        List<AttributeChange> changes = binding.diff()
                .toExisting(profile, account.attributes(), Fingerprint.none())
                .changes();
        if (!changes.isEmpty()) {
            differences.add(difference(DifferenceKind.VALUES, subject, Optional.of(account))
                    .rule("E2")
                    .reason("The mapping gives other values.")
                    .attributes(changes)
                    .build());
        }
        groups.compare(subject, account.ref())
                .ifPresent(
                        memberships -> differences.add(difference(DifferenceKind.GROUPS, subject, Optional.of(account))
                                .rule("G2")
                                .reason("The worker's provisioning groups in HR are others.")
                                .missingGroups(memberships.missing())
                                .extraGroups(memberships.extra())
                                .build()));
        return differences;
    }

    private ShadowDifferenceBuilder difference(DifferenceKind kind, Subject subject, Optional<Account> account) {
        return ShadowDifference.builder(subject.ref(), binding.name(), kind, subject.decision())
                .account(account.map(Account::ref))
                .login(account.map(Account::login));
    }
}
