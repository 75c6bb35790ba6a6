package dev.tenure.lifecycle.internal.run.correlate;

import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.internal.memory.IdMap;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom this run means to give which keys and accounts of a target. Workers of one page are planned before anything is done
 * for the first of them; by this the second one knows that what it wants is another's already (rule E10). Safe for use by
 * several threads.
 */
public final class TakenKeys {

    private static final char END = '\n';
    private static final String NOBODY = "";

    private final IdMap keys = new IdMap();
    private final IdMap accounts = new IdMap();
    private IdMap ofEnded = new IdMap();

    /** Notes that a worker gets what its profile says. */
    public synchronized void note(WorkerRef worker, String target, Attributes profile, Collection<String> attributes) {
        for (String attribute : attributes) {
            profile.text(attribute).ifPresent(value -> keys.putIfAbsent(key(target, attribute, value), owner(worker)));
        }
    }

    /** Notes that the account of a worker who has ended gets what its profile says before it is closed (rule E3). */
    synchronized void noteEnded(WorkerRef worker, String target, Attributes profile, Collection<String> attributes) {
        for (String attribute : attributes) {
            profile.text(attribute)
                    .ifPresent(value -> ofEnded.putIfAbsent(key(target, attribute, value), owner(worker)));
        }
    }

    /** Who has ended is closed by now, or held: what their accounts have is for the target to say (rule E10). */
    public synchronized void forgetEnded() {
        ofEnded = new IdMap();
    }

    /** Notes that an account is a worker's. */
    public synchronized void note(WorkerRef worker, String target, AccountRef account) {
        accounts.putIfAbsent(place(target, account), owner(worker));
    }

    /** Which attributes of a profile have a value that goes to somebody else. */
    synchronized Set<String> goingToOthers(
            WorkerRef worker, String target, Attributes profile, Collection<String> attributes) {
        Set<String> taken = new TreeSet<>();
        for (String attribute : attributes) {
            profile.text(attribute)
                    .filter(value -> belongsToAnother(key(target, attribute, value), owner(worker)))
                    .ifPresent(value -> taken.add(attribute));
        }
        return taken;
    }

    /** Whether a value goes to anybody. */
    public synchronized boolean isTaken(String target, String attribute, String value) {
        return belongsToAnother(key(target, attribute, value), NOBODY);
    }

    private boolean belongsToAnother(String key, String owner) {
        return keys.belongsToAnother(key, owner) || ofEnded.belongsToAnother(key, owner);
    }

    /** Whether an account goes to somebody else. */
    synchronized boolean goesToAnother(WorkerRef worker, String target, AccountRef account) {
        return accounts.belongsToAnother(place(target, account), owner(worker));
    }

    private static String key(String target, String attribute, String value) {
        return target + END + attribute + END + AccountKey.fold(value);
    }

    private static String place(String target, AccountRef account) {
        return target + END + account.target() + END + account.id();
    }

    private static String owner(WorkerRef worker) {
        return worker.source() + END + worker.id();
    }
}
