package dev.tenure.lifecycle.internal.run.assemble;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who goes, for a while, without a key that its target refuses, so that what it is to have beside that key is sent (rule E10).
 * Safe for use by several threads.
 *
 * @param <W> who
 */
final class GoingWithout<W> {

    private final Map<W, String> refused = new HashMap<>();
    private final Set<W> went = new HashSet<>();
    private final Map<W, String> without = new HashMap<>();

    /** Notes which attribute was refused beside others at the last look; empty if none was. */
    synchronized void note(W who, Optional<String> attribute) {
        refused.remove(who);
        attribute.ifPresent(name -> refused.put(who, name));
    }

    /**
     * Lets somebody go without what was refused, once: what is refused again then is not refused because of it.
     *
     * @return whether it does from now on
     */
    synchronized boolean start(W who) {
        String attribute = refused.get(who);
        if (attribute == null || !went.add(who)) {
            return false;
        }
        without.put(who, attribute);
        return true;
    }

    /** Everybody is to have everything again. */
    synchronized void end() {
        without.clear();
    }

    /** The attributes that somebody goes without now. */
    synchronized Set<String> of(W who) {
        return Optional.ofNullable(without.get(who)).map(Set::of).orElse(Set.of());
    }
}
