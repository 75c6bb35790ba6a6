package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.internal.run.correlate.Lookup;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Glance;
import dev.tenure.lifecycle.mapping.Profile;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds new values of key attributes that other accounts have already (rule E10). */
final class KeysInUse {

    private final Settings settings;
    private final Glance glance;

    KeysInUse(Settings settings, Glance glance) {
        this.settings = settings;
        this.glance = glance;
    }

    Set<String> taken(TargetBinding binding, Profile profile, Link link, Account own) {
        Set<AccountKey> changed = new HashSet<>();
        for (AccountKey key : binding.matcher().exactKeys(profile.values())) {
            if (!agrees(own, key)) {
                changed.add(key);
            }
        }
        Set<String> taken = new TreeSet<>();
        for (Account account : Lookup.of(binding, settings.store(), Set.of(), changed, glance.accountRetries())
                .all()) {
            for (AccountKey key : changed) {
                if (!account.ref().equals(link.account()) && agrees(account, key)) {
                    taken.addAll(key.values().keySet());
                }
            }
        }
        return taken;
    }

    private static boolean agrees(Account account, AccountKey key) {
        for (Map.Entry<String, String> part : key.values().entrySet()) {
            Optional<String> there = account.attributes().text(part.getKey());
            if (there.isEmpty() || !AccountKey.fold(there.get()).equals(AccountKey.fold(part.getValue()))) {
                return false;
            }
        }
        return true;
    }
}
