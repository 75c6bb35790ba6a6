package dev.tenure.lifecycle.internal.match;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.Match;
import dev.tenure.lifecycle.account.MatchKind;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the account of a worker who is not linked (rules E7 to E10, D4). Keys agree whatever their case, since targets
 * take a login that differs in case alone for taken. Pure; safe for use by several threads.
 */
public final class Matcher {

    private final TargetDescription target;

    /**
     * Prepares matching at a target.
     *
     * @param target says by which attributes accounts are found
     */
    public Matcher(TargetDescription target) {
        this.target = target;
    }

    /**
     * Gives the keys under which an account of this profile could be found: each key alone, and the two names together.
     *
     * @param profile the mapped profile
     * @return the keys, the exact ones first
     */
    public List<AccountKey> keys(Attributes profile) {
        List<AccountKey> keys = new ArrayList<>(exactKeys(profile));
        partialKey(profile).ifPresent(keys::add);
        return keys;
    }

    /**
     * Gives the keys that identify a person each alone.
     *
     * @param profile the mapped profile
     * @return the keys that the profile has a value for
     */
    public List<AccountKey> exactKeys(Attributes profile) {
        List<AccountKey> keys = new ArrayList<>();
        for (String attribute : target.keys()) {
            profile.text(attribute).ifPresent(value -> keys.add(AccountKey.of(attribute, value)));
        }
        return keys;
    }

    /**
     * Matches.
     *
     * @param profile the mapped profile of the worker
     * @param candidates the accounts that may fit
     * @return what fits
     */
    public Match match(Attributes profile, Candidates candidates) {
        Map<Account, List<String>> exact = new LinkedHashMap<>();
        List<String> takenBy = new ArrayList<>();
        for (Account account : candidates.accounts()) {
            List<String> agreeing = agreeing(target.keys(), profile, account);
            if (agreeing.isEmpty()
                    || candidates.rejected().contains(account.ref().id())) {
                continue;
            }
            if (candidates.taken().contains(account.ref())) {
                takenBy.addAll(agreeing);
            } else {
                exact.put(account, agreeing);
            }
        }
        if (!takenBy.isEmpty() || exact.size() > 1) {
            List<String> by = new ArrayList<>(takenBy);
            exact.values().forEach(by::addAll);
            return new Match(
                    MatchKind.CONFLICT, Optional.empty(), by.stream().distinct().toList());
        }
        if (!exact.isEmpty()) {
            Map.Entry<Account, List<String>> only = exact.entrySet().iterator().next();
            return new Match(MatchKind.EXACT, Optional.of(only.getKey()), only.getValue());
        }
        return partial(profile, candidates);
    }

    private Match partial(Attributes profile, Candidates candidates) {
        if (partialKey(profile).isEmpty()) {
            return Match.none();
        }
        List<String> names =
                List.of(target.firstName().orElseThrow(), target.lastName().orElseThrow());
        for (Account account : candidates.accounts()) {
            if (agreeing(names, profile, account).size() == names.size()
                    && !candidates.taken().contains(account.ref())
                    && !candidates.rejected().contains(account.ref().id())) {
                return new Match(MatchKind.PARTIAL, Optional.of(account), names);
            }
        }
        return Match.none();
    }

    private Optional<AccountKey> partialKey(Attributes profile) {
        if (target.firstName().isEmpty() || target.lastName().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> first = profile.text(target.firstName().get());
        Optional<String> last = profile.text(target.lastName().get());
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> both = new LinkedHashMap<>();
        both.put(target.firstName().get(), first.get());
        both.put(target.lastName().get(), last.get());
        return Optional.of(new AccountKey(both));
    }

    private static List<String> agreeing(List<String> attributes, Attributes profile, Account account) {
        List<String> agreeing = new ArrayList<>();
        for (String attribute : attributes) {
            Optional<String> wanted = profile.text(attribute);
            Optional<String> there = account.attributes().text(attribute);
            if (wanted.isPresent()
                    && there.isPresent()
                    && AccountKey.fold(wanted.get()).equals(AccountKey.fold(there.get()))) {
                agreeing.add(attribute);
            }
        }
        return agreeing;
    }
}
