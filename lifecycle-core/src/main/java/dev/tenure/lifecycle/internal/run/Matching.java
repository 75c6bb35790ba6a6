package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.account.Match;
import dev.tenure.lifecycle.account.MatchKind;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.internal.match.Candidates;
import dev.tenure.lifecycle.internal.match.Matcher;
import dev.tenure.lifecycle.mapping.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Gives the stage that matches the accounts that were read, and knows which keys this run gives up and takes: so two workers
 * may swap addresses within one import, and no two new ones get the same login (rules E7 to E10).
 */
final class Matching {

    private static final int MOST_LOGINS = 1000;

    private final PageLookup lookups;
    private final Situations situations;
    private final ReleasedKeys released = new ReleasedKeys();
    private final Set<String> claimedLogins = ConcurrentHashMap.newKeySet();

    Matching(PageLookup lookups, Situations situations) {
        this.lookups = lookups;
        this.situations = situations;
    }

    /** Notes which keys the account of a linked worker gives up. */
    void noteReleased(Draft draft, TargetBinding binding, Lookup lookup) {
        boolean changes = situations.changesKey(draft, binding);
        draft.link()
                .filter(link -> changes)
                .flatMap(link -> lookup.account(link.account()))
                .ifPresent(account -> released.note(
                        account, draft.values(), binding.description().keys()));
    }

    /** Finds the account of a worker who is not linked. */
    Match match(Draft draft, TargetBinding binding, Lookup lookup) {
        Optional<Account> chosen = draft.chosen(binding.name()).flatMap(lookup::account);
        if (chosen.isPresent()) {
            return new Match(MatchKind.EXACT, chosen, List.of());
        }
        List<Account> accounts = agreeing(draft, binding, lookup);
        return binding.matcher()
                .match(
                        draft.values(),
                        new Candidates(
                                accounts,
                                lookup.taken(binding.name(), draft.subject().ref(), accounts),
                                draft.subject().at(binding.name()).rejected()));
    }

    /** E10: another login, where the mapped one alone is taken and the host's generator has one that is free. */
    Optional<Draft> withFreeLogin(Draft draft, TargetBinding binding, Lookup lookup) {
        String attribute = binding.description().login();
        Optional<String> mapped = draft.values().text(attribute);
        for (int attempt = 1; mapped.isPresent() && attempt <= MOST_LOGINS; attempt++) {
            Optional<String> login = binding.logins().apply(mapped.get(), attempt);
            if (login.isEmpty()) {
                return Optional.empty();
            }
            Draft proposed = draft.withProfile(withLogin(draft.profile().orElseThrow(), attribute, login.get()));
            if (isFree(binding, attribute, login.get())
                    && match(proposed, binding, lookup).kind() != MatchKind.CONFLICT) {
                claimedLogins.add(Matcher.fold(login.get()));
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
        return !claimedLogins.contains(Matcher.fold(login))
                && lookups.having(binding, Set.of(AccountKey.of(attribute, login)))
                        .all()
                        .isEmpty();
    }

    /** E10: keys whose new value another account has are not sent. */
    Set<String> heldKeys(Draft draft, TargetBinding binding, Lookup lookup, Link link) {
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
        return held;
    }

    private List<Account> agreeing(Draft draft, TargetBinding binding, Lookup lookup) {
        return lookup.agreeing(binding.matcher().keys(draft.values())).stream()
                .map(released::without)
                .toList();
    }
}
