package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.target.ReferenceTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Leaves out of a profile what names an account by a key that no account has yet (rule E11). Who was found stays known for
 * the run; who was not is looked for again, since that account may have been made in between. Safe for use by several
 * threads.
 */
final class Referents {

    private final UnaryOperator<Supplier<List<Account>>> calls;
    private final Set<Found> found = ConcurrentHashMap.newKeySet();

    Referents(UnaryOperator<Supplier<List<Account>>> calls) {
        this.calls = calls;
    }

    private record Found(String target, AccountKey key) {}

    Profile resolve(
            Profile profile, TargetBinding binding, Optional<Link> link, boolean stillMissing, Set<String> unresolved) {
        Optional<ReferenceTarget> references = binding.target().references();
        if (references.isEmpty()) {
            return profile;
        }
        Map<String, AccountKey> named = named(profile, references.get());
        if (named.isEmpty() || isSent(profile, binding, link)) {
            return profile;
        }
        Attributes.Builder values = profile.values().toBuilder();
        boolean all = true;
        for (Map.Entry<String, AccountKey> entry : named.entrySet()) {
            if (!isThere(binding, entry.getValue())) {
                Drafts.leaveOut(values, entry.getKey(), stillMissing);
                unresolved.add(entry.getKey());
                all = false;
            }
        }
        return all ? profile : profile.withValues(values.build());
    }

    private static Map<String, AccountKey> named(Profile profile, ReferenceTarget references) {
        Map<String, AccountKey> named = new HashMap<>();
        for (String attribute : references.attributes()) {
            profile.values()
                    .text(attribute)
                    .filter(text -> !text.isEmpty())
                    .flatMap(text -> references.keyOf(attribute, text))
                    .ifPresent(key -> named.put(attribute, key));
        }
        return named;
    }

    /** E2: a profile that was sent whole costs no call. */
    private static boolean isSent(Profile profile, TargetBinding binding, Optional<Link> link) {
        return link.filter(there -> there.sent().whole() == binding.diff().whole(profile))
                .isPresent();
    }

    private boolean isThere(TargetBinding binding, AccountKey key) {
        Found who = new Found(binding.name(), key);
        if (found.contains(who)) {
            return true;
        }
        boolean there =
                !calls.apply(() -> binding.target().find(List.of(key))).get().isEmpty();
        if (there) {
            found.add(who);
        }
        return there;
    }
}
