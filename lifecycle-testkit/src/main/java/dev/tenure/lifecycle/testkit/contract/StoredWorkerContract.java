package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.NOON;
import static dev.tenure.lifecycle.testkit.contract.SampleState.TARGET;
import static dev.tenure.lifecycle.testkit.contract.SampleState.entry;
import static dev.tenure.lifecycle.testkit.contract.SampleState.full;
import static dev.tenure.lifecycle.testkit.contract.SampleState.linked;
import static dev.tenure.lifecycle.testkit.contract.SampleState.ref;
import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Workers as they are kept: every part of them, all or nothing, and in which version. */
abstract class StoredWorkerContract extends StoreContractBase {

    @Test
    void load_givesThoseWhoAreKnown() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, worker("w-1"), worker("w-2"));
            Map<WorkerRef, WorkerState> loaded =
                    store.load(List.of(ref("w-1"), ref("w-2"), ref("w-3"), new WorkerRef("other", "w-1")));
            assertEquals(
                    Set.of(ref("w-1"), ref("w-2")),
                    loaded.keySet(),
                    "load() must give those who are known, and no other");
            assertEquals(Map.of(), store.load(List.of()), "load() of nobody gave somebody");
        }
    }

    @Test
    void save_keepsEveryPart() {
        try (LifecycleStoreFixture fixture = fixture()) {
            save(fixture.store(), full("w-1"));
            WorkerState saved = load(fixture.store(), "w-1");
            WorkerState expected = full("w-1").withVersion(1);
            assertEquals(expected.employment(), saved.employment(), "employment is not what was saved");
            expected.accounts()
                    .forEach((target, account) -> assertEquals(
                            account, saved.at(target), () -> "the state at " + target + " is not what was saved"));
            assertEquals(expected, saved, "the state is not what was saved");
        }
    }

    @Test
    void save_replacesEveryPart() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, full("w-1"));
            save(store, worker("w-1").withVersion(1));
            assertEquals(
                    worker("w-1").withVersion(2), load(store, "w-1"), "something of the earlier state is still there");
            assertEquals(Map.of(), store.owners(List.of(new AccountRef(TARGET, "00u1"))), "the link is still there");
            assertEquals(Optional.empty(), store.nextTransition(), "the transition is still there");
            assertEquals(
                    List.of(), find(store, new WorkerStateQuery.OfPerson("U-1")), "the Universal ID is still there");
        }
    }

    @Test
    void save_growsTheVersionByOne() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, worker("w-1"));
            assertEquals(1, load(store, "w-1").version(), "the version after the first save");
            save(store, load(store, "w-1"));
            assertEquals(2, load(store, "w-1").version(), "the version after the second save");
        }
    }

    @Test
    void save_ofAnotherVersion_isStale() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, worker("w-1"));
            save(store, load(store, "w-1"));
            for (long version : new long[] {0, 1, 3}) {
                assertThrows(
                        StaleStateException.class,
                        () -> save(store, worker("w-1").withVersion(version)),
                        () -> "version 2 is stored: a save of version " + version + " must be a StaleStateException");
            }
            assertThrows(
                    StaleStateException.class,
                    () -> save(store, worker("w-9").withVersion(1)),
                    "nobody is stored: a save of version 1 must be a StaleStateException");
            assertEquals(2, load(store, "w-1").version(), "a refused save changed the version");
        }
    }

    @Test
    void save_savesAllOrNothing() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, linked("w-1", AccountStatus.ACTIVE));
            GroupLink old = group("g-1", "PG-1", "Eng");
            store.save(new StoreUpdate(List.of(), List.of(old), List.of(), List.of()));
            StoreUpdate update = new StoreUpdate(
                    List.of(worker("w-0"), worker("w-1").withVersion(7), worker("w-2")),
                    List.of(group("g-2", "PG-2", "Sales")),
                    List.of(old),
                    List.of(entry("run-1", NOON, ChangeKind.CREATE, "w-0")));
            assertThrows(StaleStateException.class, () -> store.save(update), "one of the workers is stale");
            assertEquals(List.of(ref("w-1")), refs(find(store, EVERYONE)), "a refused save kept some of its workers");
            assertEquals(List.of(old), store.groups(TARGET), "a refused save kept some of its groups");
            assertEquals(List.of(), journal(store), "a refused save kept some of its journal");
            assertEquals(1, store.owners(List.of(account("w-1"))).size(), "a refused save took a link away");
        }
    }

    @Test
    void save_bySeveralAtOnce_losesNothing() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, worker("w-1"));
            int threads = 4;
            int each = 25;
            Threads.together(threads, () -> {
                for (int i = 0; i < each; i++) {
                    saveUntilItIsNotStale(store);
                }
                return true;
            });
            assertEquals(
                    1 + threads * each,
                    load(store, "w-1").version(),
                    "of savers at once each must see what the others saved, or be told that it is stale");
            assertEquals(
                    threads * each, journal(store).size(), "every save that was told of no fault is in the journal");
        }
    }

    private static void saveUntilItIsNotStale(LifecycleStore store) {
        while (true) {
            try {
                store.save(StoreUpdate.of(load(store, "w-1"), List.of(entry("run-1", NOON, ChangeKind.UPDATE, "w-1"))));
                return;
            } catch (StaleStateException again) {
                Thread.onSpinWait();
            }
        }
    }
}
