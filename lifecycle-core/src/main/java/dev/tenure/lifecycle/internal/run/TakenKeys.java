package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.internal.match.Matcher;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whom this run means to give which keys and accounts of a target. Workers of one page are planned before anything is done
 * for the first of them; by this the second one knows that what it wants is another's already (rule E10). Safe for use by
 * several threads.
 */
final class TakenKeys {

    private record Key(String target, String attribute, String value) {}

    private record Place(String target, AccountRef account) {}

    private final Map<Key, WorkerRef> keys = new ConcurrentHashMap<>();
    private final Map<Place, WorkerRef> accounts = new ConcurrentHashMap<>();

    /** Notes that a worker gets what its profile says. */
    void note(WorkerRef worker, String target, Attributes profile, Collection<String> attributes) {
        for (String attribute : attributes) {
            profile.text(attribute)
                    .ifPresent(value -> keys.putIfAbsent(new Key(target, attribute, Matcher.fold(value)), worker));
        }
    }

    /** Notes that an account is a worker's. */
    void note(WorkerRef worker, String target, AccountRef account) {
        accounts.putIfAbsent(new Place(target, account), worker);
    }

    /** Which attributes of a profile have a value that goes to somebody else. */
    Set<String> goingToOthers(WorkerRef worker, String target, Attributes profile, Collection<String> attributes) {
        Set<String> taken = new TreeSet<>();
        for (String attribute : attributes) {
            profile.text(attribute)
                    .map(value -> keys.get(new Key(target, attribute, Matcher.fold(value))))
                    .filter(other -> !other.equals(worker))
                    .ifPresent(other -> taken.add(attribute));
        }
        return taken;
    }

    /** Whether an account goes to somebody else. */
    boolean goesToAnother(WorkerRef worker, String target, AccountRef account) {
        WorkerRef other = accounts.get(new Place(target, account));
        return other != null && !other.equals(worker);
    }
}
