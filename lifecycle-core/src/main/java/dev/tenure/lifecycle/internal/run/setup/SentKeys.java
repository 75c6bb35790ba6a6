package dev.tenure.lifecycle.internal.run.setup;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The login and the other keys that a create is sent with, as keyed hashes: all that the store keeps of them until the answer
 * is known (rules S4, S7). Like matching, they do not mind case. Safe for use by several threads.
 */
public final class SentKeys {

    private final String login;
    private final Set<String> attributes;
    private final Fingerprinter hashes;

    SentKeys(TargetDescription target, Fingerprinter hashes) {
        this.login = target.login();
        this.attributes = new TreeSet<>(target.keys());
        this.attributes.add(login);
        this.hashes = hashes;
    }

    /** One key: the keyed hashes of the attribute's name and of the value. */
    public record Key(long name, long value) {}

    /** The keys of a profile; of nothing if it has none. */
    public Fingerprint of(Attributes profile) {
        Attributes.Builder folded = Attributes.builder();
        SortedMap<Long, Long> keys = new TreeMap<>();
        for (String attribute : attributes) {
            profile.text(attribute).ifPresent(text -> {
                folded.put(attribute, folded(text));
                keys.put(hashes.name(attribute), hashes.value(folded(text)));
            });
        }
        return keys.isEmpty() ? Fingerprint.none() : Fingerprint.of(hashes.whole(folded.build()), keys);
    }

    /** Each key that a create was sent with. */
    public Set<Key> each(Fingerprint sent) {
        Set<Key> keys = new HashSet<>();
        for (String attribute : attributes) {
            long name = hashes.name(attribute);
            sent.value(name).ifPresent(value -> keys.add(new Key(name, value)));
        }
        return keys;
    }

    /** The login that a create was sent with. */
    public Optional<Key> login(Fingerprint sent) {
        long name = hashes.name(login);
        OptionalLong value = sent.value(name);
        return value.isPresent() ? Optional.of(new Key(name, value.getAsLong())) : Optional.empty();
    }

    /** Each key that an account has. */
    public Set<Key> each(Account account) {
        Set<Key> keys = each(of(account.attributes()));
        keys.add(login(account));
        return keys;
    }

    /** Whether an account has the login that a create was sent with. */
    public boolean agreesInLogin(Account account, Fingerprint sent) {
        return login(sent).filter(login(account)::equals).isPresent();
    }

    /** Whether an account has another value of a key, besides the login, than a create was sent with. */
    public boolean contradicts(Account account, Fingerprint sent) {
        Fingerprint there = of(account.attributes());
        return attributes.stream()
                .filter(attribute -> !attribute.equals(login))
                .map(hashes::name)
                .anyMatch(name -> sent.holds(name)
                        && there.holds(name)
                        && !there.value(name).equals(sent.value(name)));
    }

    /** The login of an account. */
    public Key login(Account account) {
        return new Key(hashes.name(login), hashes.value(folded(account.login())));
    }

    private static AttributeValue folded(String text) {
        return AttributeValue.of(AccountKey.fold(text));
    }
}
