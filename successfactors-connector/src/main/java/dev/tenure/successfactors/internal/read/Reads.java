package dev.tenure.successfactors.internal.read;

import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.call.Operation;
import dev.tenure.successfactors.internal.call.Pager;
import dev.tenure.successfactors.internal.translate.Picklists;
import dev.tenure.successfactors.internal.translate.Translator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Opens reads: says of which questions each consists (rule T6). Every read sees job records over all dates, so the day as
 * of which it is asked for makes no difference. Safe for use by several threads.
 */
public final class Reads {

    private final ODataClient client;
    private final ReadSettings settings;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Fields> fields = new AtomicReference<>();
    private final AtomicReference<@Nullable Picklists> picklists = new AtomicReference<>();

    /**
     * Makes what opens reads.
     *
     * @param client makes the calls
     * @param settings how people are read
     * @param clock the host's clock; the server's own is asked where that matters
     */
    public Reads(ODataClient client, ReadSettings settings, InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a read; nothing is asked of SuccessFactors yet.
     *
     * @param query which workers
     * @return the read
     * @throws IllegalArgumentException if the watermark is none of this source
     */
    public WorkerPages open(WorkerQuery query) {
        if (query instanceof WorkerQuery.ByIds byIds) {
            return pages(false, (queries, now) -> named(queries, byIds.ids()));
        }
        if (query instanceof WorkerQuery.Terminations window) {
            return pages(
                    false,
                    (queries, now) -> named(queries, new Changes(client, queries).endings(window.from(), window.to())));
        }
        if (query instanceof WorkerQuery.ChangedSince changed) {
            Instant since = parse(changed.since()).minus(settings.overlap());
            return pages(true, (queries, now) -> named(queries, new Changes(client, queries).between(since, now)));
        }
        return pages(true, (queries, now) -> {
            Pager pager = new Pager(client, Operation.PEOPLE, queries.everyone(withTypes()));
            return pager::next;
        });
    }

    /**
     * Gives the picklists, which are read once and anew by every full or incremental read.
     *
     * @return the picklists
     */
    public Picklists picklists() {
        Picklists known = picklists.get();
        return known == null ? refreshPicklists() : known;
    }

    private Picklists refreshPicklists() {
        Picklists read = new PicklistReader(client).read();
        picklists.set(read);
        return read;
    }

    private WorkerPages pages(boolean movesWatermark, BiFunction<Queries, Instant, Batches> people) {
        return new PersonPages(
                settings,
                () -> {
                    // The moment is pinned first, so that what changes from now on is for the next read.
                    Instant now = movesWatermark ? client.serverTime() : clock.instant();
                    Fields allowed = movesWatermark ? refreshFields() : fields();
                    Picklists codes = movesWatermark ? refreshPicklists() : picklists();
                    Queries queries = new Queries(client, allowed, settings.pageSize());
                    return new PersonPages.Opened(
                            now,
                            people.apply(queries, now),
                            new Completion(client, queries),
                            new Translator(settings.policy(), codes));
                },
                movesWatermark);
    }

    private Batches named(Queries queries, Collection<String> ids) {
        return new NamedPeople(client, queries, withTypes(), ids, settings.pageSize());
    }

    /** Who may not read picklists gets the types with the records. */
    private boolean withTypes() {
        Picklists known = picklists();
        return known.emailTypes().isEmpty() || known.phoneTypes().isEmpty();
    }

    private Fields fields() {
        Fields known = fields.get();
        return known == null ? refreshFields() : known;
    }

    private Fields refreshFields() {
        Fields read = Fields.read(client, settings.additional());
        fields.set(read);
        return read;
    }

    private static Instant parse(Watermark watermark) {
        try {
            return Instant.parse(watermark.value());
        } catch (DateTimeException notOurs) {
            throw new IllegalArgumentException(
                    "The watermark is none of this source; begin with a full read, which makes one", notOurs);
        }
    }
}
