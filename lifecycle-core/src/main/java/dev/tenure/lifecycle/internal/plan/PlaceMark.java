package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Notes in the fingerprint of what an account was sent where the account is, which no row of a mapping says (rule G6). Pure;
 * safe for use by several threads.
 */
public final class PlaceMark {

    /** Stands for the place of an account beside its attributes; none of these can have this name, since none is blank. */
    public static final String NAME = " ";

    /** No place is blank, so that this is none. */
    private static final Optional<String> ANYWHERE = Optional.of(" ");

    private final Fingerprinter hashes;

    PlaceMark(Fingerprinter hashes) {
        this.hashes = hashes;
    }

    /** Whether it is noted where the account is. */
    boolean isKnown(Fingerprint sent) {
        return sent.holds(name());
    }

    boolean isAt(Fingerprint sent, Optional<String> place) {
        return sent.holds(name(), hash(place));
    }

    /** Whether the target may have put the account away, so that whoever comes back is moved. */
    boolean isAway(Fingerprint sent) {
        return isAt(sent, Optional.empty());
    }

    Fingerprint at(Fingerprint sent, Optional<String> place) {
        return sent.with(name(), hash(place));
    }

    Fingerprint away(Fingerprint sent) {
        return at(sent, Optional.empty());
    }

    /** The same, if it is noted at all where the account is. */
    Fingerprint awayIfKnown(Fingerprint sent) {
        return isKnown(sent) ? away(sent) : sent;
    }

    /** Takes over where an account was noted to be before. */
    Fingerprint asBefore(Fingerprint sent, Fingerprint before) {
        return before.value(name()).isPresent()
                ? sent.with(name(), before.value(name()).getAsLong())
                : sent;
    }

    void keep(Fingerprint before, SortedMap<Long, Long> sent) {
        before.value(name()).ifPresent(kept -> sent.put(name(), kept));
    }

    /**
     * Says what is to be noted without a move. Where an account was before there was a rule for it is where it stays, until the
     * rule's answer changes. One of which a lost call leaves in doubt where it is, and that is to be nowhere in particular, may
     * be anywhere: it is moved to whatever place it is to have next (rule S4).
     *
     * @param sent what the account was sent
     * @param place where it is to be; empty for wherever the target has it
     * @param inDoubt whether a call whose answer was lost may have moved it
     * @return the fingerprint to note, empty to leave it as it is
     */
    Optional<Fingerprint> note(Fingerprint sent, Optional<String> place, boolean inDoubt) {
        if (place.isPresent()) {
            return isKnown(sent) ? Optional.empty() : Optional.of(at(sent, place));
        }
        return inDoubt && !isAway(sent) ? Optional.of(at(sent, ANYWHERE)) : Optional.empty();
    }

    private long name() {
        return hashes.name(NAME);
    }

    private long hash(Optional<String> place) {
        return hashes.value(place.map(AttributeValue::of).orElse(AttributeValue.NULL));
    }
}
