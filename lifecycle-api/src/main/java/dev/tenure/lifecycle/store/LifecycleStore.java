package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the engine remembers between runs. An implementation passes the testkit's contract test. It keeps what it is given
 * and decides nothing. Safe for use by several threads and, if it is durable, by several hosts. Whatever goes wrong is an
 * unchecked exception, after which nothing of that call was saved.
 */
public interface LifecycleStore {

    /**
     * Loads workers.
     *
     * @param refs the workers
     * @return those that are known, by reference
     */
    Map<WorkerRef, WorkerState> load(Collection<WorkerRef> refs);

    /**
     * Finds workers, in the order of their references.
     *
     * @param query which
     * @param after those after this one; empty to begin
     * @param limit how many at most, 1 or more
     * @return the workers; fewer than {@code limit} if there are no more
     */
    List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit);

    /**
     * Names workers, the same as {@link #find} finds and in the same order, for a caller who needs nothing else of them. A
     * full import goes through all that are linked by this, so a durable store should not load what it does not give; this
     * default does.
     *
     * @param query which
     * @param after those after this one; empty to begin
     * @param limit how many at most, 1 or more
     * @return their references; fewer than {@code limit} if there are no more
     */
    default List<WorkerRef> names(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return find(query, after, limit).stream().map(WorkerState::ref).toList();
    }

    /**
     * Says to whom accounts are linked.
     *
     * @param accounts the accounts
     * @return the worker of each account that is linked
     */
    Map<AccountRef, WorkerRef> owners(Collection<AccountRef> accounts);

    /**
     * Gives the links to accounts. A full import asks for those of every account, page by page, so a durable store should
     * read nothing but the links; this default loads the workers.
     *
     * @param accounts the accounts
     * @return the link of each account that is linked
     */
    default Map<AccountRef, Link> links(Collection<AccountRef> accounts) {
        Map<AccountRef, WorkerRef> owners = owners(accounts);
        Map<WorkerRef, WorkerState> states = load(owners.values());
        Map<AccountRef, Link> links = new HashMap<>();
        owners.forEach((account, owner) -> Optional.ofNullable(states.get(owner))
                .flatMap(state -> state.at(account.target()).link())
                .filter(link -> link.account().equals(account))
                .ifPresent(link -> links.put(account, link)));
        return links;
    }

    /**
     * Counts the linked accounts of a target that are not deactivated (rule S1).
     *
     * @param target the target's name
     * @return how many
     */
    int countWithAccess(String target);

    /**
     * Gives the earliest instant at which something is due.
     *
     * @return the least next transition of all workers, empty if there is none
     */
    Optional<Instant> nextTransition();

    /**
     * Saves all of an update or nothing. The version of every worker grows by one.
     *
     * @param update what to save
     * @throws StaleStateException if a worker is not of the stored version
     * @throws LeaseLostException if somebody else has taken one of the leases that the update is under
     */
    void save(StoreUpdate update);

    /**
     * Notes that a run has seen workers. Saves no other part of them and does not change their version. What earlier runs
     * noted is forgotten. Only incremental imports note it: whom a full one has not seen is in its {@link ImportRun}.
     *
     * @param run the run
     * @param workers the workers
     * @param under the leases of the run
     * @throws LeaseLostException if somebody else has taken one of them
     */
    void seen(String run, Collection<WorkerRef> workers, Collection<Lease> under);

    /**
     * Gives the groups that the engine made or adopted.
     *
     * @param target the target's name
     * @return the groups
     */
    List<GroupLink> groups(String target);

    /**
     * Says how far a source was read.
     *
     * @param source the source's name
     * @return the progress; with nothing in it if the source was never read
     */
    SourceProgress progress(String source);

    /**
     * Notes how far a source was read.
     *
     * @param progress the progress, which replaces the one before
     * @param under the leases of the run
     * @throws LeaseLostException if somebody else has taken one of them
     */
    void saveProgress(SourceProgress progress, Collection<Lease> under);

    /**
     * Keeps what a run amounted to.
     *
     * @param run the run
     */
    void saveRun(ImportRun run);

    /**
     * Gives what runs amounted to.
     *
     * @param limit how many at most
     * @return the runs, the latest first
     */
    List<ImportRun> runs(int limit);

    /**
     * Reads the journal, in the order in which it was written.
     *
     * @param query which lines
     * @param skip how many of them to pass over
     * @param limit how many at most
     * @return the lines
     */
    List<JournalEntry> journal(JournalQuery query, int skip, int limit);

    /**
     * Takes the lease of a source, if nobody holds it or the one who does let it run out.
     *
     * @param source the source's name
     * @param holder who asks; a holder who asks again gets a new lease
     * @param now the host's instant
     * @param duration how long it is to last
     * @return the lease, empty if somebody else holds it
     */
    Optional<Lease> acquire(String source, String holder, Instant now, Duration duration);

    /**
     * Prolongs a lease.
     *
     * @param lease the lease
     * @param now the host's instant
     * @param duration how long it is to last from now
     * @return the prolonged lease, empty if it was lost
     */
    Optional<Lease> renew(Lease lease, Instant now, Duration duration);

    /**
     * Gives a lease back. One that was lost already is no error.
     *
     * @param lease the lease
     */
    void release(Lease lease);

    /**
     * Claims workers for one who is about to handle them, each for itself: those that nobody else has, or whose claim has
     * run out. Who has a claim already gets it prolonged. Does not wait for others who claim at the same time.
     *
     * @param workers the workers, known or not
     * @param holder who asks
     * @param now the host's instant
     * @param duration how long the claims are to last
     * @return those that were granted
     */
    Set<WorkerRef> claim(Collection<WorkerRef> workers, String holder, Instant now, Duration duration);

    /**
     * Gives claims back. Those that the holder does not have are passed over.
     *
     * @param workers the workers
     * @param holder who had claimed them
     */
    void unclaim(Collection<WorkerRef> workers, String holder);

    /**
     * Gives the secret with which fingerprints are keyed. Made at random when first asked for, and the same ever after.
     *
     * @return 32 bytes
     */
    byte[] secret();
}
