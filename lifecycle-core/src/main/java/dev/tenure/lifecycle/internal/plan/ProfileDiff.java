package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.attribute.AttributeName;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.mapping.Apply;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.NullPolicy;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.AttributeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what of a profile is to be sent (rules E2, E7, M5, M6). Pure; safe for use by several threads.
 */
public final class ProfileDiff {

    private final AttributeMapping mapping;
    private final boolean clearRemoved;
    private final Fingerprinter hashes;
    private final PlaceMark places;
    private final List<Managed> rows;
    private final Attributes names;

    /** An attribute of the mapping, the hash of its name, and whether it is sent with updates too. */
    private record Managed(AttributeName attribute, long hash, boolean updated) {}

    /**
     * Prepares the comparison.
     *
     * @param mapping the rows that made the profile
     * @param clearRemoved whether a value that HR removed is cleared, where the row does not say
     * @param hashes makes the hashes
     */
    public ProfileDiff(AttributeMapping mapping, boolean clearRemoved, Fingerprinter hashes) {
        this.mapping = mapping;
        this.clearRemoved = clearRemoved;
        this.hashes = hashes;
        this.places = new PlaceMark(hashes);
        this.rows = mapping.rows().stream()
                .map(row -> new Managed(
                        AttributeName.of(row.attribute()),
                        hashes.name(row.attribute()),
                        row.apply() != Apply.ON_CREATE))
                .toList();
        Attributes.Builder named = Attributes.builder();
        rows.forEach(row -> named.put(row.attribute(), AttributeValue.NULL));
        this.names = named.build();
    }

    /**
     * What is to be sent, and what the account then holds from us.
     *
     * @param changes the attributes to set or clear
     * @param after the fingerprint once they are sent
     * @param held the attributes that differ and are held back
     */
    public record Diff(List<AttributeChange> changes, Fingerprint after, List<AttributeChange> held) {

        /** Copies the lists. */
        public Diff {
            changes = List.copyOf(changes);
            held = List.copyOf(held);
        }

        Diff(List<AttributeChange> changes, Fingerprint after) {
            this(changes, after, List.of());
        }
    }

    /**
     * Hashes a profile as a whole.
     *
     * @param profile the profile
     * @return the hash that {@link Fingerprint#whole()} of its fingerprint has
     */
    public long whole(Profile profile) {
        return hashes.whole(profile.values());
    }

    /**
     * Gives the whole profile of a new account: every row that has a value.
     *
     * @param profile the mapped profile
     * @return everything
     */
    public Diff ofNew(Profile profile) {
        List<AttributeChange> changes = new ArrayList<>();
        SortedMap<Long, Long> sent = new TreeMap<>();
        for (MappingRow row : mapping.rows()) {
            AttributeValue value = profile.values().get(row.attribute()).orElse(AttributeValue.NULL);
            if (!value.isNull()) {
                changes.add(change(row, Optional.empty(), value));
                sent.put(hashes.name(row.attribute()), hashes.value(value));
            }
        }
        return new Diff(changes, hashes.of(whole(profile), sent));
    }

    /**
     * Gives the difference to an account that was there before: it sets what differs and never clears what the engine did
     * not send (rule E7). What it sent for a worker whose account it was is cleared where the policy clears what HR does not
     * say any more (rules E10, M6). Rows that apply on create alone are left out.
     *
     * @param profile the mapped profile
     * @param account what the account has
     * @param before the fingerprint of what was sent for the worker who had it before; of nothing if there was none
     * @return the difference
     */
    public Diff toExisting(Profile profile, Attributes account, Fingerprint before) {
        List<AttributeChange> changes = new ArrayList<>();
        SortedMap<Long, Long> sent = new TreeMap<>();
        for (MappingRow row : mapping.rows()) {
            long name = hashes.name(row.attribute());
            Optional<AttributeValue> mapped = profile.values().get(row.attribute());
            AttributeValue there = account.get(row.attribute()).orElse(AttributeValue.NULL);
            boolean removed = mapped.filter(AttributeValue::isNull).isPresent() && clears(row);
            if (row.apply() == Apply.ON_CREATE
                    || mapped.isEmpty()
                    || (mapped.get().isNull() && !removed)) {
                before.value(name).ifPresent(kept -> sent.put(name, kept));
                continue;
            }
            if (removed) {
                if (before.holds(name) && !there.isNull()) {
                    changes.add(change(row, Optional.of(there), AttributeValue.NULL));
                }
                continue;
            }
            if (!same(there, mapped.get())) {
                changes.add(change(row, Optional.of(there), mapped.get()));
            }
            sent.put(name, hashes.value(mapped.get()));
        }
        return new Diff(changes, hashes.of(whole(profile), sent));
    }

    /**
     * Says what an account holds that was made for the worker, and of which nobody knows what it was sent: what is there came
     * of the create. So what HR has changed since is sent, and what it has removed is cleared like anything else (rules M6,
     * S4).
     *
     * @param account what the account has
     * @return a fingerprint of it
     */
    public Fingerprint ofMade(Attributes account) {
        SortedMap<Long, Long> sent = new TreeMap<>();
        for (MappingRow row : mapping.rows()) {
            account.get(row.attribute())
                    .filter(there -> !there.isNull())
                    .ifPresent(there -> sent.put(hashes.name(row.attribute()), hashes.value(there)));
        }
        return hashes.of(0, sent);
    }

    /**
     * Gives the difference to what was last sent.
     *
     * @param profile the mapped profile
     * @param last the fingerprint of what was last sent
     * @param account what the account has, where it was read
     * @param anew attributes that may have been changed at the target, and are compared with what it has: to set them back
     *     (rule E14), or because nobody heard what came of the last call (S4)
     * @return the difference
     */
    public Diff toSent(Profile profile, Fingerprint last, Optional<Attributes> account, Set<String> anew) {
        List<AttributeChange> changes = new ArrayList<>();
        SortedMap<Long, Long> sent = new TreeMap<>();
        for (MappingRow row : mapping.rows()) {
            long name = hashes.name(row.attribute());
            Optional<AttributeValue> mapped = profile.values().get(row.attribute());
            if (row.apply() == Apply.ON_CREATE || mapped.isEmpty()) {
                last.value(name).ifPresent(kept -> sent.put(name, kept));
                continue;
            }
            AttributeValue value = mapped.get();
            Optional<AttributeValue> before =
                    account.map(attributes -> attributes.get(row.attribute()).orElse(AttributeValue.NULL));
            if (value.isNull()) {
                if (!last.holds(name) && !anew.contains(row.attribute())) {
                    continue;
                }
                if (clears(row)) {
                    if (before.filter(AttributeValue::isNull).isEmpty()) {
                        changes.add(change(row, before, value));
                    }
                } else {
                    last.value(name).ifPresent(kept -> sent.put(name, kept));
                }
                continue;
            }
            long hash = hashes.value(value);
            boolean changed = !last.holds(name, hash) || anew.contains(row.attribute());
            if (changed && before.filter(there -> same(there, value)).isEmpty()) {
                changes.add(change(row, before, value));
            }
            sent.put(name, hash);
        }
        places.keep(last, sent);
        return new Diff(changes, hashes.of(whole(profile), sent));
    }

    /**
     * Takes what an account is seen to hold for what it was sent, where that is in doubt and nothing is sent: of an attribute
     * that is left out, and of one that HR removed and that stays. So the doubt is over (rule S4).
     *
     * @param last the fingerprint of what was last sent
     * @param profile the mapped profile
     * @param account what the account has
     * @param inDoubt attributes that a call whose answer was lost may have changed
     * @return the fingerprint to compare with
     */
    public Fingerprint seen(Fingerprint last, Profile profile, Attributes account, Set<String> inDoubt) {
        Fingerprint seen = last;
        for (MappingRow row : mapping.rows()) {
            Optional<AttributeValue> mapped = profile.values().get(row.attribute());
            boolean stays = mapped.isEmpty() || (mapped.get().isNull() && !clears(row));
            if (stays && row.apply() != Apply.ON_CREATE && inDoubt.contains(row.attribute())) {
                long name = hashes.name(row.attribute());
                AttributeValue there = account.get(row.attribute()).orElse(AttributeValue.NULL);
                seen = there.isNull() ? without(seen, name) : seen.with(name, hashes.value(there));
            }
        }
        return seen;
    }

    /**
     * Notes a part of what differs as sent (rule E10). The whole is not that of any profile, so that the next run compares again.
     *
     * @param last the fingerprint of what was last sent
     * @param part what was sent of the difference
     * @param whole the hash of the profile of which it is part
     * @return the fingerprint of what the account holds by now
     */
    public Fingerprint partly(Fingerprint last, List<AttributeChange> part, long whole) {
        SortedMap<Long, Long> sent = new TreeMap<>();
        for (MappingRow row : mapping.rows()) {
            long name = hashes.name(row.attribute());
            last.value(name).ifPresent(kept -> sent.put(name, kept));
        }
        for (AttributeChange change : part) {
            if (change.after().isNull()) {
                sent.remove(hashes.name(change.attribute()));
            } else {
                sent.put(hashes.name(change.attribute()), hashes.value(change.after()));
            }
        }
        places.keep(last, sent);
        return hashes.of(~whole, sent);
    }

    private static Fingerprint without(Fingerprint sent, long name) {
        return sent.without(Fingerprint.of(0, new TreeMap<>(Map.of(name, 0L))));
    }

    /**
     * Holds attributes back: they are not sent, and the account goes on holding what it was sent before (rule E10).
     *
     * @param diff everything that differs
     * @param last the fingerprint of what was last sent
     * @param held the names of the attributes to hold back
     * @return the rest, with a fingerprint that lets the next run try the held ones again
     */
    public Diff holding(Diff diff, Fingerprint last, Set<String> held) {
        if (held.isEmpty()) {
            return diff;
        }
        SortedMap<Long, Long> sent = new TreeMap<>();
        for (MappingRow row : mapping.rows()) {
            long name = hashes.name(row.attribute());
            Fingerprint from = held.contains(row.attribute()) ? last : diff.after();
            from.value(name).ifPresent(kept -> sent.put(name, kept));
        }
        List<AttributeChange> back = new ArrayList<>();
        List<AttributeChange> rest = new ArrayList<>();
        diff.changes().forEach(change -> (held.contains(change.attribute()) ? back : rest).add(change));
        places.keep(last, sent);
        // Not the hash of any profile, so that the next run compares again.
        return new Diff(rest, hashes.of(~diff.after().whole(), sent), back);
    }

    /**
     * Finds the attributes of an account that are not as the engine last sent them (rule E14).
     *
     * @param last the fingerprint of what was last sent
     * @param account what the account has
     * @return the names of the attributes that differ
     */
    public Set<String> drift(Fingerprint last, Attributes account) {
        if (isAsMapped(last, account)) {
            return Set.of();
        }
        Set<String> drifted = new TreeSet<>();
        for (Managed row : rows) {
            if (row.updated() && last.holds(row.hash())) {
                AttributeValue there = account.get(row.attribute()).orElse(AttributeValue.NULL);
                if (!last.holds(row.hash(), hashes.value(there))) {
                    drifted.add(row.attribute().text());
                }
            }
        }
        return drifted;
    }

    /**
     * Whether an account has all that was mapped and sent, which one hash tells: nearly all accounts do. A value of ours that
     * HR has removed since, and that was kept, is not in that hash.
     */
    private boolean isAsMapped(Fingerprint last, Attributes account) {
        Attributes.Builder mapped = Attributes.builderLike(names);
        for (Managed row : rows) {
            AttributeValue there = account.get(row.attribute()).orElse(AttributeValue.NULL);
            if (there.isNull() && last.holds(row.hash())) {
                return false;
            }
            mapped.put(row.attribute(), there);
        }
        return hashes.whole(mapped.build()) == last.whole();
    }

    /**
     * Finds attributes that somebody else gave their value: what the account has is not what was sent last, if anything was.
     *
     * @param last what was sent last
     * @param account what the account has
     * @param attributes which attributes to look at
     * @return the names of those with a value of their own
     */
    public Set<String> ownValues(Fingerprint last, Attributes account, Set<String> attributes) {
        Set<String> own = new TreeSet<>();
        for (String attribute : attributes) {
            account.get(attribute)
                    .filter(there -> !there.isNull() && !last.holds(hashes.name(attribute), hashes.value(there)))
                    .ifPresent(there -> own.add(attribute));
        }
        return own;
    }

    /**
     * Gives what an account was sent for an attribute.
     *
     * @param last what was sent last
     * @param attribute the name of the attribute
     * @return the keyed hash of the value, empty if the account holds none from us
     */
    public Optional<Long> sent(Fingerprint last, String attribute) {
        OptionalLong value = last.value(hashes.name(attribute));
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    /**
     * Hashes a value as fingerprints have it.
     *
     * @param value the value
     * @return the keyed hash
     */
    public long hash(AttributeValue value) {
        return hashes.value(value);
    }

    private boolean clears(MappingRow row) {
        return row.whenNull() == NullPolicy.CLEAR || (row.whenNull() == NullPolicy.FOLLOW_POLICY && clearRemoved);
    }

    private static AttributeChange change(MappingRow row, Optional<AttributeValue> before, AttributeValue after) {
        return new AttributeChange(
                row.attribute(), before, after, row.expression().text());
    }

    private boolean same(AttributeValue there, AttributeValue value) {
        return there.equals(value) || hashes.value(there) == hashes.value(value);
    }
}
