package dev.tenure.lifecycle.internal.run.correlate;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.account.Match;
import dev.tenure.lifecycle.account.MatchKind;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.match.Candidates;
import dev.tenure.lifecycle.internal.plan.AccountPlan;
import dev.tenure.lifecycle.internal.plan.Situation;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Draft;
import dev.tenure.lifecycle.internal.run.subject.Situations;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives the stage that matches the accounts that were read, and knows which keys this run gives up and takes: so two workers
 * may swap addresses within one import, and no two get the same one, or the same account (rules E7 to E10).
 */
public final class Matching {

    /** As many as the host's generator is asked for. */
    static final int MOST_LOGINS = 1000;

    private final PageLookup lookups;
    private final Situations situations;
    private final LostCreates lostCreates;
    private final ReleasedKeys released = new ReleasedKeys();
    private final TakenKeys taken;

    public Matching(PageLookup lookups, Situations situations, LostCreates lostCreates, TakenKeys taken) {
        this.lookups = lookups;
        this.situations = situations;
        this.lostCreates = lostCreates;
        this.taken = taken;
    }

    /** Notes which keys the account of a linked worker gives up. */
    public void noteReleased(Draft draft, TargetBinding binding, Optional<Account> seen) {
        seen.filter(account -> getsOtherKeys(draft, binding, seen))
                .ifPresent(account -> released.note(
                        account, draft.values(), binding.description().identifying()));
    }

    /** Whether the account of a linked worker is to have other keys. One that stays closed keeps those that it has (E4). */
    private boolean getsOtherKeys(Draft draft, TargetBinding binding, Optional<Account> seen) {
        boolean staysClosed = draft.link()
                .flatMap(link -> seen.filter(account -> binding.planner()
                        .staysClosed(link, account.status(), draft.subject().state())))
                .isPresent();
        return !staysClosed && situations.changesKey(draft, binding);
    }

    /** Notes that an account is not to be had although its worker had ended: the worker is back. */
    public void noteReturned(Draft draft, TargetBinding binding) {
        Subject subject = draft.subject();
        draft.link()
                .filter(link -> subject.endedBefore() && subject.state().hasAccess())
                .ifPresent(link -> taken.note(subject.ref(), binding.name(), link.account()));
    }

    /** Notes what a worker takes by its plan, and what the account that it takes gives up. */
    public void noteTaken(Draft draft, TargetBinding binding, Situation known, AccountPlan plan) {
        WorkerRef worker = draft.subject().ref();
        boolean comesIn = false;
        for (Step step : plan.steps()) {
            ChangeKind kind = step.change().kind();
            comesIn |= kind == ChangeKind.CREATE || kind == ChangeKind.LINK;
            if (kind == ChangeKind.LINK) {
                step.change().account().ifPresent(account -> taken.note(worker, binding.name(), account));
            }
            if (kind == ChangeKind.UPDATE) {
                known.match()
                        .account()
                        .ifPresent(account -> released.note(account, draft.values(), keys(step, binding)));
            }
        }
        boolean changes = !known.gone() && getsOtherKeys(draft, binding, known.observed());
        if (comesIn || changes) {
            Set<String> sent = new TreeSet<>(binding.description().identifying());
            sent.removeAll(known.heldKeys());
            if (draft.subject().state() == LifecycleState.TERMINATED) {
                taken.noteEnded(worker, binding.name(), draft.values(), sent);
            } else {
                taken.note(worker, binding.name(), draft.values(), sent);
            }
        }
    }

    /** Which of the keys a step sends: an account that is only linked, or whose login is set once, gives up none. */
    private static Set<String> keys(Step step, TargetBinding binding) {
        Set<String> keys = new TreeSet<>(binding.description().identifying());
        keys.retainAll(step.change().attributes().stream()
                .map(AttributeChange::attribute)
                .toList());
        return keys;
    }

    /** Finds the account of a worker who is not linked. */
    public Match match(Draft draft, TargetBinding binding, Lookup lookup) {
        WorkerRef worker = draft.subject().ref();
        Optional<Account> chosen = draft.chosen(binding.name()).flatMap(lookup::account);
        if (chosen.isPresent()) {
            return taken.goesToAnother(worker, binding.name(), chosen.get().ref())
                    ? new Match(MatchKind.CONFLICT, Optional.empty(), List.of())
                    : new Match(MatchKind.EXACT, chosen, List.of());
        }
        Set<String> going = goingToOthers(draft, binding);
        if (!going.isEmpty()) {
            return new Match(MatchKind.CONFLICT, Optional.empty(), List.copyOf(going));
        }
        List<Account> accounts = agreeing(draft, binding, lookup);
        Set<AccountRef> ofOthers = new HashSet<>(lookup.taken(binding.name(), worker, accounts));
        accounts.stream()
                .map(Account::ref)
                .filter(account -> taken.goesToAnother(worker, binding.name(), account))
                .forEach(ofOthers::add);
        accounts.stream()
                .filter(account -> lookup.owner(account.ref()).isEmpty())
                .filter(account -> lostCreates.isOfAnother(worker, binding, account))
                .map(Account::ref)
                .forEach(ofOthers::add);
        awaited(draft, binding, lookup).ifPresent(ofOthers::remove);
        Match match = binding.matcher()
                .match(
                        draft.values(),
                        new Candidates(
                                accounts,
                                ofOthers,
                                draft.subject().at(binding.name()).rejected()));
        // As it is still: what its former owner was to give up goes over with it.
        return new Match(match.kind(), match.account().flatMap(account -> lookup.account(account.ref())), match.by());
    }

    /** E7, E8: whether a person said yes to this very match: to an account that was proposed, or chosen, or to a new one. */
    public boolean isConfirmed(Draft draft, TargetBinding binding, Match match) {
        Optional<AccountRef> chosen = draft.chosen(binding.name());
        Optional<AccountRef> proposed = draft.subject()
                .at(binding.name())
                .pending()
                .filter(pending -> pending.why() != PendingReason.CONFLICT)
                .flatMap(Pending::account);
        return draft.subject().manner().confirmed()
                && match.account().map(Account::ref).equals(chosen.or(() -> proposed));
    }

    /** E4: an account that waited to be opened for this worker is its own once it is open, though another had it before. */
    private static Optional<AccountRef> awaited(Draft draft, TargetBinding binding, Lookup lookup) {
        return draft.subject()
                .at(binding.name())
                .pending()
                .filter(pending -> pending.why() == PendingReason.REACTIVATION)
                .flatMap(pending -> pending.account())
                .filter(account -> lookup.owner(account)
                        .filter(owner -> owner.state() == LifecycleState.TERMINATED)
                        .isPresent());
    }

    private Set<String> goingToOthers(Draft draft, TargetBinding binding) {
        return taken.goingToOthers(
                draft.subject().ref(),
                binding.name(),
                draft.values(),
                binding.description().identifying());
    }

    /** E10: another login, where the mapped one alone is taken and the host's generator has one that is free. */
    public Optional<Draft> withFreeLogin(Draft draft, TargetBinding binding, Lookup lookup) {
        String attribute = binding.description().login();
        Optional<String> mapped = draft.values().text(attribute);
        for (int attempt = 1; mapped.isPresent() && attempt <= MOST_LOGINS; attempt++) {
            Optional<String> login = binding.logins().apply(mapped.get(), attempt);
            if (login.isEmpty()) {
                return Optional.empty();
            }
            Profile changed = withLogin(draft.profile().orElseThrow(), attribute, login.get());
            Draft proposed = draft.withProfile(changed, binding.diff().whole(changed));
            if (isFree(binding, attribute, login.get())
                    && match(proposed, binding, lookup).kind() != MatchKind.CONFLICT) {
                return Optional.of(proposed);
            }
        }
        return Optional.empty();
    }

    private static Profile withLogin(Profile profile, String attribute, String login) {
        return profile.withValues(profile.values().toBuilder()
                .put(attribute, AttributeValue.of(login))
                .build());
    }

    private boolean isFree(TargetBinding binding, String attribute, String login) {
        return lookups.having(binding, Set.of(AccountKey.of(attribute, login)))
                .all()
                .isEmpty();
    }

    /** E10: keys whose new value another account has are not sent. What the worker's own account has is not new. */
    public Set<String> heldKeys(Draft draft, TargetBinding binding, Lookup lookup, Link link) {
        Set<String> held = new TreeSet<>();
        if (draft.profile().isEmpty() || !situations.changesKey(draft, binding)) {
            return held;
        }
        List<Account> others = agreeing(draft, binding, lookup).stream()
                .filter(account -> !account.ref().equals(link.account()))
                .toList();
        Set<AccountRef> refs = others.stream().map(Account::ref).collect(Collectors.toSet());
        Match match = binding.matcher().match(draft.values(), new Candidates(others, refs, Set.of()));
        if (match.kind() == MatchKind.CONFLICT) {
            held.addAll(match.by());
        }
        held.addAll(goingToOthers(draft, binding));
        lookup.account(link.account()).ifPresent(own -> held.removeIf(key -> hasAlready(own, key, draft)));
        return held;
    }

    private static boolean hasAlready(Account own, String attribute, Draft draft) {
        Optional<String> wanted = draft.values().text(attribute).map(AccountKey::fold);
        return wanted.isPresent()
                && own.attributes().text(attribute).map(AccountKey::fold).equals(wanted);
    }

    private List<Account> agreeing(Draft draft, TargetBinding binding, Lookup lookup) {
        return lookup.agreeing(binding.matcher().keys(draft.values())).stream()
                .map(released::without)
                .toList();
    }
}
