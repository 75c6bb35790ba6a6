package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A store in a relational database: H2, in a file for one host, or PostgreSQL, which several hosts may share. It takes
 * connections from a {@link DataSource} of the host, one for each call and one more while its schema is upgraded, and
 * keeps none. Its tables begin with {@code tenure_} and may live beside those of others.
 *
 * <p>Instants are kept to the microsecond. A transaction that the database breaks off, for a deadlock or because another
 * one was faster, is begun anew a few times. Every other problem is a {@link StoreException}. Safe for use by several
 * threads and hosts.
 *
 * <p>Two workers never have the same account: a save that would make it so is refused with
 * {@link StaleStateException}, because it was decided before the other one was saved.
 */
public final class JdbcStore implements LifecycleStore {

    private final Database database;
    private final Dialect dialect;
    private final WorkerTable workers = new WorkerTable();
    private final AccountTable accounts = new AccountTable();
    private final WorkerQueries queries = new WorkerQueries();
    private final SeenTable seen = new SeenTable();
    private final GroupTable groups = new GroupTable();
    private final ProgressTable progress = new ProgressTable();
    private final RunTable runs = new RunTable();
    private final JournalTable journal = new JournalTable();
    private final LeaseTable leases;
    private final ClaimTable claims;
    private final SecretTable secrets = new SecretTable();

    private JdbcStore(Database database, Dialect dialect) {
        this.dialect = dialect;
        this.database = database;
        this.leases = new LeaseTable(dialect);
        this.claims = new ClaimTable(dialect);
    }

    /**
     * Opens the store in a database and brings its schema up to date.
     *
     * @param source gives connections to H2 or PostgreSQL
     * @return the store
     * @throws IllegalStateException if the database is another one
     * @throws StoreException if it cannot be reached, or a later version of this library has upgraded its schema
     */
    public static JdbcStore open(DataSource source) {
        return builder(source).build();
    }

    /**
     * Starts with a store that finds out the database and brings its schema up to date when it is built.
     *
     * @param source gives connections to H2 or PostgreSQL
     * @return a builder
     */
    public static Builder builder(DataSource source) {
        return new Builder(source);
    }

    @Override
    public Map<WorkerRef, WorkerState> load(Collection<WorkerRef> refs) {
        return refs.isEmpty() ? Map.of() : database.call("load workers", connection -> workers.load(connection, refs));
    }

    @Override
    public List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return database.call("find workers", connection -> {
            List<WorkerState> found = new ArrayList<>();
            Optional<WorkerRef> last = after;
            while (found.size() < limit) {
                int wanted = limit - found.size();
                List<WorkerRef> page = queries.page(connection, query, last, wanted);
                Map<WorkerRef, WorkerState> states = workers.load(connection, page);
                page.stream().map(states::get).filter(Objects::nonNull).forEach(found::add);
                if (page.size() < wanted) {
                    break;
                }
                last = Optional.of(page.get(page.size() - 1));
            }
            return found;
        });
    }

    @Override
    public List<WorkerRef> names(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return database.call("name workers", connection -> queries.page(connection, query, after, limit));
    }

    @Override
    public Map<AccountRef, Link> links(Collection<AccountRef> refs) {
        return refs.isEmpty()
                ? Map.of()
                : database.call("find the links to accounts", connection -> accounts.links(connection, refs));
    }

    @Override
    public Map<AccountRef, WorkerRef> owners(Collection<AccountRef> refs) {
        return refs.isEmpty()
                ? Map.of()
                : database.call("find the owners of accounts", connection -> accounts.owners(connection, refs));
    }

    @Override
    public int countWithAccess(String target) {
        return database.call("count accounts", connection -> accounts.countWithAccess(connection, target));
    }

    @Override
    public Optional<Instant> nextTransition() {
        return database.call("find the next transition", workers::nextTransition);
    }

    @Override
    public void save(StoreUpdate update) {
        List<WorkerState> ordered = update.workers().stream()
                .sorted(Comparator.comparing(WorkerState::ref))
                .toList();
        Database.Action all = connection -> {
            leases.require(connection, update.under());
            workers.save(connection, ordered);
            groups.remove(connection, update.removedGroups());
            groups.keep(connection, update.groups());
            journal.append(connection, update.entries());
        };
        try {
            if (dialect.losesUpdates()) {
                database.runSerializable("save workers", all);
            } else {
                database.run("save workers", all);
            }
        } catch (WorkerTable.Taken taken) {
            throw stale(taken.candidates());
        }
    }

    /** Finds out whose save came too late: who is to be new and is known, else who wants an account that is taken. */
    private StaleStateException stale(List<WorkerState> candidates) {
        Map<WorkerRef, WorkerState> known =
                load(candidates.stream().map(WorkerState::ref).toList());
        return new StaleStateException(candidates.stream()
                .filter(state -> state.version() == 0 && known.containsKey(state.ref()))
                .findFirst()
                .orElse(candidates.get(0))
                .ref());
    }

    @Override
    public void seen(String run, Collection<WorkerRef> refs, Collection<Lease> under) {
        if (!refs.isEmpty()) {
            database.run("note whom a run has seen", connection -> {
                leases.require(connection, under);
                seen.note(connection, run, refs);
            });
            seen.noted(run, refs);
        }
    }

    @Override
    public List<GroupLink> groups(String target) {
        return database.call("read groups", connection -> groups.of(connection, target));
    }

    @Override
    public SourceProgress progress(String source) {
        return database.call("read how far a source was read", connection -> progress.of(connection, source));
    }

    @Override
    public void saveProgress(SourceProgress made, Collection<Lease> under) {
        database.run("save how far a source was read", connection -> {
            leases.require(connection, under);
            progress.save(connection, made);
        });
    }

    @Override
    public void saveRun(ImportRun run) {
        database.run("save a run", connection -> runs.save(connection, run));
    }

    @Override
    public List<ImportRun> runs(int limit) {
        return database.call("read runs", connection -> runs.latest(connection, limit));
    }

    @Override
    public List<JournalEntry> journal(JournalQuery query, int skip, int limit) {
        return database.call("read the journal", connection -> journal.page(connection, query, skip, limit)).stream()
                .map(JournalLine::entry)
                .toList();
    }

    @Override
    public Optional<Lease> acquire(String source, String holder, Instant now, Duration duration) {
        return database.call("take a lease", connection -> leases.acquire(connection, source, holder, now, duration));
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now, Duration duration) {
        return database.call("renew a lease", connection -> leases.renew(connection, lease, now, duration));
    }

    @Override
    public void release(Lease lease) {
        database.run("release a lease", connection -> leases.release(connection, lease));
    }

    @Override
    public Set<WorkerRef> claim(Collection<WorkerRef> refs, String holder, Instant now, Duration duration) {
        return refs.isEmpty()
                ? Set.of()
                : database.call("claim workers", connection -> claims.claim(connection, refs, holder, now, duration));
    }

    @Override
    public void unclaim(Collection<WorkerRef> refs, String holder) {
        if (!refs.isEmpty()) {
            database.run("give claims back", connection -> claims.unclaim(connection, refs, holder));
        }
    }

    @Override
    public byte[] secret() {
        return database.call("read its secret", connection -> {
            Optional<byte[]> secret = secrets.read(connection);
            return secret.isPresent() ? secret.get() : secrets.make(connection);
        });
    }

    /**
     * Says how far the journal goes. A host that keeps the answer elsewhere, where who can change the database cannot
     * change it, can verify against it later.
     *
     * @return the head of the journal
     */
    public JournalHead journalHead() {
        return database.call("read the head of the journal", journal::head);
    }

    /**
     * Verifies that the journal is as it was written: every line is there, none was changed, and pseudonyms are still of
     * those they were given to. Reads all of it, page by page; what is appended meanwhile is left out.
     *
     * @return what came of it
     */
    public JournalVerification verifyJournal() {
        return verifyJournal(JournalHead.EMPTY);
    }

    /**
     * Verifies that the journal is as it was written, and that it goes on from an earlier head.
     *
     * @param before what {@link #journalHead()} gave at an earlier time
     * @return what came of it
     */
    public JournalVerification verifyJournal(JournalHead before) {
        return new JournalCheck(database, journal).verify(before);
    }

    /**
     * Writes lines of the journal as JSON, one object on a line, in the order in which they were written: number,
     * contents, pseudonyms and, unless they were erased, whose they are, and the hash of the chain.
     *
     * @param query which lines
     * @param to where they go; not closed
     * @return how many lines were written
     * @throws IOException if {@code to} throws it
     */
    public long exportJournal(JournalQuery query, Appendable to) throws IOException {
        return new JournalExport(database, journal).write(query, to);
    }

    /**
     * Erases the traces of one worker, on request: what is known of the worker and the links to accounts, mentions in
     * runs, and from the journal whose lines these are, with what was said of failures. The lines themselves stay, under
     * pseudonyms that nobody can resolve any more, and the chain stays whole. Accounts at targets are not touched. A
     * worker whom HR still returns comes back with the next import.
     *
     * <p>The database may keep erased data in its files for a while: PostgreSQL until it is vacuumed, H2 until the file
     * is compacted ({@code SHUTDOWN COMPACT}), and both in their backups.
     *
     * @param worker the worker
     * @return how many lines of the journal no longer say whose they are
     */
    public int erase(WorkerRef worker) {
        return database.call("erase a worker", connection -> new Erasure(journal).erase(connection, worker));
    }

    /**
     * Forgets what runs amounted to. The journal stays.
     *
     * @param instant those that finished before this
     * @return how many were forgotten
     */
    public int forgetRunsBefore(Instant instant) {
        return database.call("forget runs", connection -> runs.forgetBefore(connection, instant));
    }

    /**
     * Forgets the oldest lines of the journal, once nobody needs them any more: those before the first one that is not
     * older. With them goes whose they were. What is left stays verifiable, and says how many lines went before it. Keep a
     * {@linkplain #exportJournal copy} first if you need one. Safe to call again.
     *
     * @param instant lines of before this
     * @return how many were forgotten
     */
    public long forgetJournalBefore(Instant instant) {
        return database.call("forget lines of the journal", connection -> journal.forgetBefore(connection, instant));
    }

    /**
     * Replaces the secret with which fingerprints are keyed. Engines take the new one when they are built: stop all of them
     * first. The next import finds every fingerprint to be another, reads the accounts and sends only what differs.
     *
     * @return the new secret, 32 bytes
     * @throws IllegalStateException if a run was cut off while it made an account, and none has looked for it since: it could
     *     not be told from others any more (rule S4)
     */
    public byte[] replaceSecret() {
        return database.call("replace its secret", secrets::replace);
    }

    /** Collects what a store needs. Not for use by several threads. */
    public static final class Builder {

        private final DataSource source;
        private boolean upgrade = true;

        private Builder(DataSource source) {
            this.source = Objects.requireNonNull(source, "source");
        }

        /**
         * Leaves the schema as it is. The host then applies the scripts of this library itself, as a user who may.
         *
         * @return this builder
         */
        public Builder withoutUpgrade() {
            upgrade = false;
            return this;
        }

        /**
         * Opens the store.
         *
         * @return the store
         * @throws IllegalStateException if the database is neither H2 nor PostgreSQL
         * @throws StoreException if it cannot be reached, or a later version of this library has upgraded its schema
         */
        public JdbcStore build() {
            Database database = new Database(source);
            Dialect dialect = database.call("find out the database", Dialect::of);
            if (upgrade) {
                new Schema(database, dialect, Schema.scripts()).upgrade();
            }
            return new JdbcStore(database, dialect);
        }
    }
}
