package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.NOON;
import static dev.tenure.lifecycle.testkit.contract.SampleState.SOURCE;
import static dev.tenure.lifecycle.testkit.contract.SampleState.TARGET;
import static dev.tenure.lifecycle.testkit.contract.SampleState.entry;
import static dev.tenure.lifecycle.testkit.contract.SampleState.linked;
import static dev.tenure.lifecycle.testkit.contract.SampleState.ref;
import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the parts of the contract of stores share. The parts are one below another, so that who extends the last has all. */
abstract class StoreContractBase {

    static final WorkerStateQuery EVERYONE = new WorkerStateQuery.All();

    static final Duration MINUTE = Duration.ofMinutes(1);

    static final int MANY = 1000;

    abstract LifecycleStoreFixture fixture();

    static List<JournalEntry> lines() {
        return List.of(
                entry("run-1", NOON, ChangeKind.CREATE, "w-1"),
                entry("run-1", NOON.plusSeconds(1), ChangeKind.UPDATE, "w-2"),
                entry("run-2", NOON.plusSeconds(2), ChangeKind.UPDATE, "w-1"),
                entry("run-2", NOON.plusSeconds(3), ChangeKind.DEACTIVATE, "w-3"));
    }

    static JournalQuery query(Optional<ChangeKind> kind, Optional<Instant> from, Optional<Instant> until) {
        return new JournalQuery(Optional.empty(), Optional.empty(), kind, from, until);
    }

    static List<JournalEntry> journal(LifecycleStore store) {
        return store.journal(JournalQuery.all(), 0, MANY);
    }

    static void assertFound(LifecycleStore store, WorkerStateQuery query, String... ids) {
        assertEquals(
                Arrays.stream(ids).map(SampleState::ref).toList(),
                refs(find(store, query)),
                () -> "find() of " + query);
    }

    static List<WorkerState> find(LifecycleStore store, WorkerStateQuery query) {
        return store.find(query, Optional.empty(), MANY);
    }

    static List<WorkerRef> refs(List<WorkerState> states) {
        return states.stream().map(WorkerState::ref).toList();
    }

    static void save(LifecycleStore store, WorkerState... states) {
        store.save(new StoreUpdate(List.of(states), List.of(), List.of(), List.of()));
    }

    static WorkerState load(LifecycleStore store, String id) {
        WorkerState state = store.load(List.of(ref(id))).get(ref(id));
        if (state == null) {
            return fail("load() does not give a worker that was saved: " + ref(id));
        }
        return state;
    }

    static WorkerState linkedAt(String target, String id) {
        AccountState link = linked(id, AccountStatus.ACTIVE).at(TARGET);
        return worker(id)
                .with(
                        target,
                        link.withLink(link.link()
                                .map(at -> new Link(
                                        new AccountRef(target, "there-" + id), at.status(), at.sent(), at.groups()))));
    }

    static AccountRef account(String worker) {
        return new AccountRef(TARGET, "account-of-" + worker);
    }

    static GroupLink group(String id, String reference, String name) {
        return new GroupLink(TARGET, id, SOURCE, reference, name);
    }

    static Set<WorkerRef> claim(LifecycleStore store, String holder, Instant now, String... ids) {
        return store.claim(Arrays.stream(ids).map(SampleState::ref).toList(), holder, now, MINUTE);
    }

    static Lease acquire(LifecycleStore store, String holder, Instant now) {
        return store.acquire(SOURCE, holder, now, MINUTE)
                .orElseGet(() -> fail("a lease that is free was refused to '" + holder + "'"));
    }
}
