package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.report.DifferenceKind;
import dev.tenure.lifecycle.report.ShadowDifference;
import dev.tenure.lifecycle.report.ShadowReport;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what was found, and settles at the end what only the whole can tell: which of several records of one person is
 * in charge of an account (D1), and accounts that fit several people (D4).
 */
final class ShadowPeople {

    private static final int WORKS_AND_LINKED = 4;
    private static final int WORKS = 3;
    private static final int LINKED = 2;
    private static final int MAY_BEGIN = 1;

    /** A worker whom an account fits, or who needs one. */
    private record Claim(WorkerRef worker, Optional<String> universalId, boolean access, int rank) {}

    private record Found(
            Claim claim, Optional<AccountRef> account, ShadowDifference difference, List<ShadowDifference> otherwise) {}

    private final Map<AccountRef, Claim> inCharge = new HashMap<>();
    private final Set<String> peopleWithAccount = new HashSet<>();
    private final Set<WorkerRef> workers = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    void add(Subject subject, String target, Optional<Account> account, List<ShadowDifference> differences) {
        Claim claim = claim(subject);
        workers.add(subject.ref());
        Optional<AccountRef> ref = account.map(Account::ref);
        ref.ifPresent(there -> {
            inCharge.merge(there, claim, (first, second) -> second.rank() > first.rank() ? second : first);
            if (claim.access()) {
                claim.universalId().ifPresent(id -> peopleWithAccount.add(target + "/" + id));
            }
        });
        differences.forEach(difference -> found.add(new Found(claim, ref, difference, List.of())));
    }

    /**
     * Adds a worker whom an account may fit.
     *
     * @param unclear what is unclear
     * @param otherwise what differs if the account turns out to be another worker's
     */
    void addUnclear(
            Subject subject,
            Optional<Account> account,
            List<ShadowDifference> unclear,
            List<ShadowDifference> otherwise) {
        Claim claim = claim(subject);
        workers.add(subject.ref());
        unclear.forEach(difference -> found.add(new Found(claim, account.map(Account::ref), difference, otherwise)));
    }

    private static Claim claim(Subject subject) {
        return new Claim(
                subject.ref(),
                subject.employment().universalId(),
                subject.state().hasAccess(),
                rank(subject));
    }

    /** Which of several records of one person goes first: who works, then who is linked (D1, D3), then who may begin. */
    private static int rank(Subject subject) {
        boolean active = subject.state() == LifecycleState.ACTIVE;
        boolean linked = subject.isLinked();
        if (active) {
            return linked ? WORKS_AND_LINKED : WORKS;
        }
        if (linked) {
            return LINKED;
        }
        return subject.state().hasAccess() ? MAY_BEGIN : 0;
    }

    boolean claims(AccountRef account) {
        return inCharge.containsKey(account);
    }

    ShadowReport report(Instant now, List<ShadowReport.Stranger> strangers) {
        List<ShadowDifference> differences = new ArrayList<>();
        Set<WorkerRef> differing = new HashSet<>();
        for (Found one : found) {
            for (ShadowDifference difference : settle(one)) {
                differences.add(difference);
                differing.add(difference.worker());
            }
        }
        return new ShadowReport(now, workers.size(), workers.size() - differing.size(), differences, strangers);
    }

    private List<ShadowDifference> settle(Found one) {
        ShadowDifference difference = one.difference();
        if (difference.kind() == DifferenceKind.NO_ACCOUNT) {
            boolean otherRecord = one.claim()
                    .universalId()
                    .filter(id -> peopleWithAccount.contains(difference.target() + "/" + id))
                    .isPresent();
            return otherRecord ? List.of() : List.of(difference);
        }
        Optional<Claim> owner = one.account().map(inCharge::get);
        if (owner.isEmpty() || owner.get().worker().equals(one.claim().worker())) {
            return List.of(difference);
        }
        if (difference.kind() == DifferenceKind.UNCLEAR) {
            return one.otherwise();
        }
        boolean samePerson = one.claim().universalId().isPresent()
                && one.claim().universalId().equals(owner.get().universalId());
        if (samePerson || !one.claim().access()) {
            return List.of();
        }
        return List.of(ShadowDifference.builder(
                        difference.worker(), difference.target(), DifferenceKind.UNCLEAR, difference.decision())
                .account(difference.account())
                .login(difference.login())
                .rule("D4")
                .reason("The account fits worker " + owner.get().worker()
                        + " as well, and nothing says that the two are one person.")
                .build());
    }
}
