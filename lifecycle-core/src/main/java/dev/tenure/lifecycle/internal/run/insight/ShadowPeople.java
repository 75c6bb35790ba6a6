package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.subject.Spells;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.report.DifferenceKind;
import dev.tenure.lifecycle.report.ShadowDifference;
import dev.tenure.lifecycle.report.ShadowReport;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.LocalDate;
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

    private final Spells spells;
    private final Map<AccountRef, Claim> inCharge = new HashMap<>();
    private final Map<AccountRef, List<Claim>> early = new HashMap<>();
    private final Map<Place, Claim> comesIn = new HashMap<>();
    private final Set<Place> peopleWithAccount = new HashSet<>();
    private final Set<String> linkedPeople = new HashSet<>();
    private final Map<String, LocalDate> firstInactiveDays = new HashMap<>();
    private final Set<WorkerRef> workers = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    ShadowPeople(Spells spells) {
        this.spells = spells;
    }

    /**
     * A worker whom an account fits, or who needs one.
     *
     * @param early the day on which the worker begins, where other records of the person may keep it out until then
     */
    private record Claim(
            WorkerRef worker, Optional<String> universalId, boolean access, int rank, Optional<LocalDate> early) {}

    /** A person at a target. */
    private record Place(String target, String universalId) {}

    private record Found(Claim claim, String target, Optional<AccountRef> account, Differences differences) {}

    /**
     * What differs for one worker at one target.
     *
     * @param now if the account is the worker's
     * @param otherwise if what is unclear turns out to be another worker's
     * @param leftOut if another record of the person keeps this one out until it begins
     */
    record Differences(List<ShadowDifference> now, List<ShadowDifference> otherwise, List<ShadowDifference> leftOut) {}

    void add(Subject subject, String target, Optional<Account> account, Differences differences) {
        noteSpell(subject);
        Claim claim = claim(subject);
        Optional<AccountRef> ref = account.map(Account::ref);
        ref.ifPresent(there -> claim(there, claim));
        claim.universalId().map(id -> new Place(target, id)).ifPresent(place -> {
            boolean isIn = claim.access() && claim.early().isEmpty();
            if (ref.isPresent() && (isIn || subject.link(target).isPresent())) {
                peopleWithAccount.add(place);
            }
            comesIn.merge(place, claim, ShadowPeople::first);
        });
        found.add(new Found(claim, target, ref, differences));
    }

    /** Adds a worker whom an account may fit. */
    void addUnclear(Subject subject, String target, Optional<Account> account, Differences differences) {
        noteSpell(subject);
        found.add(new Found(claim(subject), target, account.map(Account::ref), differences));
    }

    private void noteSpell(Subject subject) {
        workers.add(subject.ref());
        subject.employment().universalId().ifPresent(id -> {
            if (subject.isLinked()) {
                linkedPeople.add(id);
            }
            if (spells.wasAtWork(subject)) {
                firstInactiveDays.merge(
                        id, spells.firstInactiveDay(subject), (one, other) -> one.isBefore(other) ? one : other);
            }
        });
    }

    /** Who may have to wait for its first day claims an account once it is known whether it does. */
    private void claim(AccountRef account, Claim claim) {
        if (claim.early().isPresent()) {
            early.computeIfAbsent(account, any -> new ArrayList<>()).add(claim);
        } else {
            inCharge.merge(account, claim, ShadowPeople::first);
        }
    }

    private static Claim first(Claim first, Claim second) {
        return second.rank() > first.rank() ? second : first;
    }

    private static Claim claim(Subject subject) {
        boolean isEarly = subject.state() == LifecycleState.PRE_START && !subject.isLinked();
        Optional<String> universalId = subject.employment().universalId();
        return new Claim(
                subject.ref(),
                universalId,
                subject.state().hasAccess(),
                rank(subject),
                subject.employment().hireDate().filter(day -> isEarly && universalId.isPresent()));
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

    /** D1 to D3: a linked record, or one that ended before a gap, keeps another one out until it begins. */
    private boolean isLeftOut(Claim claim) {
        if (claim.early().isEmpty() || claim.universalId().isEmpty()) {
            return false;
        }
        String person = claim.universalId().get();
        return linkedPeople.contains(person)
                || Optional.ofNullable(firstInactiveDays.get(person))
                        .filter(inactive -> claim.early().get().isAfter(inactive))
                        .isPresent();
    }

    boolean claims(AccountRef account) {
        return inCharge.containsKey(account) || early.containsKey(account);
    }

    ShadowReport report(Instant now, List<ShadowReport.Stranger> strangers) {
        settleClaims();
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

    private void settleClaims() {
        early.forEach((account, claims) -> claims.forEach(claim -> {
            if (isLeftOut(claim)) {
                inCharge.putIfAbsent(account, claim);
            } else {
                inCharge.merge(account, claim, ShadowPeople::first);
            }
        }));
        for (Found one : found) {
            if (one.account().isPresent() && one.claim().early().isPresent() && !isLeftOut(one.claim())) {
                peopleWithAccount.add(
                        new Place(one.target(), one.claim().universalId().orElseThrow()));
            }
        }
    }

    private List<ShadowDifference> settle(Found one) {
        boolean leftOut = isLeftOut(one.claim());
        List<ShadowDifference> all =
                leftOut ? one.differences().leftOut() : one.differences().now();
        return all.stream()
                .flatMap(difference -> settle(one, difference).stream())
                .toList();
    }

    private List<ShadowDifference> settle(Found one, ShadowDifference difference) {
        if (difference.kind() == DifferenceKind.NO_ACCOUNT) {
            Optional<Place> place = one.claim().universalId().map(id -> new Place(one.target(), id));
            boolean otherRecord = place.isPresent()
                    && (peopleWithAccount.contains(place.get())
                            || !one.claim().equals(comesIn.getOrDefault(place.get(), one.claim())));
            return otherRecord ? List.of() : List.of(difference);
        }
        Optional<Claim> owner = one.account().map(inCharge::get);
        if (owner.isEmpty() || owner.get().worker().equals(one.claim().worker())) {
            return List.of(difference);
        }
        if (difference.kind() == DifferenceKind.UNCLEAR) {
            return one.differences().otherwise();
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
