package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.NOON;
import static dev.tenure.lifecycle.testkit.contract.SampleState.SOURCE;
import static dev.tenure.lifecycle.testkit.contract.SampleState.TARGET;
import static dev.tenure.lifecycle.testkit.contract.SampleState.ref;
import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LeaseLostException;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who may write: leases of whole sources, and claims on single workers. */
abstract class LeaseContract extends StoredRunContract {

    @Test
    void acquire_isRefusedWhileSomebodyElseHoldsTheLease() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            Lease lease = acquire(store, "one", NOON);
            assertEquals(SOURCE, lease.source(), "the source of a lease");
            assertEquals("one", lease.holder(), "the holder of a lease");
            assertEquals(NOON.plus(MINUTE), lease.until(), "the end of a lease");
            assertEquals(
                    Optional.empty(),
                    store.acquire(SOURCE, "two", NOON.plusSeconds(59), MINUTE),
                    "somebody else holds the lease");
            assertTrue(store.acquire("other", "two", NOON, MINUTE).isPresent(), "the lease of another source is free");
        }
    }

    @Test
    void acquire_afterItRanOut_succeeds_withAGreaterToken() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            Lease first = acquire(store, "one", NOON);
            Lease second = acquire(store, "two", NOON.plusSeconds(61));
            assertTrue(second.token() > first.token(), "the token must grow with every lease of the source");
            assertEquals(Optional.empty(), store.renew(first, NOON.plusSeconds(62), MINUTE), "a lease that was lost");
            assertDoesNotThrow(() -> store.release(first), "to release a lease that was lost is no error");
            assertEquals(
                    Optional.empty(),
                    store.acquire(SOURCE, "three", NOON.plusSeconds(63), MINUTE),
                    "to release a lease that was lost must not release that of who took it");
        }
    }

    @Test
    void acquire_again_givesTheHolderANewLease() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            Lease first = acquire(store, "one", NOON);
            Lease again = acquire(store, "one", NOON.plusSeconds(1));
            assertTrue(again.token() > first.token(), "a holder who asks again gets a new lease, with a greater token");
        }
    }

    @Test
    void renew_prolongsFromNow() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            Lease lease = acquire(store, "one", NOON);
            Lease renewed = store.renew(lease, NOON.plusSeconds(30), MINUTE)
                    .orElseGet(() -> fail("a lease that is held can be renewed"));
            assertEquals(NOON.plusSeconds(90), renewed.until(), "the end of a renewed lease");
            assertEquals(lease.token(), renewed.token(), "to renew a lease is not to take a new one");
            assertEquals(
                    Optional.empty(), store.acquire(SOURCE, "two", NOON.plusSeconds(80), MINUTE), "it was prolonged");
        }
    }

    @Test
    void release_freesTheLease_andTheTokenGoesOnGrowing() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            Lease first = acquire(store, "one", NOON);
            store.release(first);
            Lease second = acquire(store, "two", NOON.plusSeconds(1));
            assertTrue(second.token() > first.token(), "the token must grow over a release too");
            assertEquals(
                    Optional.empty(), store.renew(first, NOON.plusSeconds(2), MINUTE), "a lease that was given back");
        }
    }

    @Test
    void acquire_bySeveralAtOnce_isGrantedToOne() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            List<Boolean> granted = Threads.together(
                    4,
                    () -> store.acquire(SOURCE, Thread.currentThread().getName(), NOON, MINUTE)
                            .isPresent());
            assertEquals(1, granted.stream().filter(one -> one).count(), "exactly one of several may get the lease");
        }
    }

    @Test
    void acquire_saysWhetherTheLeaseBeforeWasNeverGivenBack() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            Lease first = acquire(store, "one", NOON);
            assertFalse(first.takenOver(), "the first lease of a source takes nothing over");
            Lease second = acquire(store, "two", NOON.plusSeconds(61));
            assertTrue(second.takenOver(), "a lease that ran out was taken over");
            assertTrue(
                    store.renew(second, NOON.plusSeconds(62), MINUTE)
                            .orElseGet(() -> fail("a lease that is held can be renewed"))
                            .takenOver(),
                    "to renew a lease does not change how it was had");
            store.release(second);
            assertFalse(acquire(store, "three", NOON.plusSeconds(63)).takenOver(), "a lease that was given back");
        }
    }

    @Test
    void underALeaseThatWasLost_nothingIsSaved() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            List<Lease> lost = List.of(acquire(store, "one", NOON));
            StoreUpdate update = StoreUpdate.of(worker("w-1"), lines()).under(lost);
            SourceProgress progress = new SourceProgress(SOURCE, Optional.of(new Watermark("1")), Optional.of(NOON));
            save(store, linkedAt(TARGET, "w-2"));
            store.seen("run-1", List.of(ref("w-2")), lost);
            Lease taken = acquire(store, "two", NOON.plusSeconds(61));
            assertThrows(LeaseLostException.class, () -> store.save(update), "a save under a lease that was lost");
            assertThrows(
                    LeaseLostException.class,
                    () -> store.seen("run-2", List.of(ref("w-1")), lost),
                    "what was seen under a lease that was lost");
            assertThrows(
                    LeaseLostException.class,
                    () -> store.saveProgress(progress, lost),
                    "progress under a lease that was lost");
            assertTrue(store.load(List.of(ref("w-1"))).isEmpty(), "a worker of a refused save");
            assertTrue(journal(store).isEmpty(), "lines of a refused save");
            assertEquals(Optional.empty(), store.progress(SOURCE).watermark(), "refused progress");
            assertFound(store, new WorkerStateQuery.LinkedNotSeen(SOURCE, "run-1"));
            store.save(update.under(List.of(taken)));
            store.saveProgress(progress, List.of(taken));
            assertEquals(progress, store.progress(SOURCE), "who holds the lease may save");
        }
    }

    @Test
    void claim_isGrantedWorkerByWorker() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            assertEquals(Set.of(ref("w-1"), ref("w-2")), claim(store, "one", NOON, "w-1", "w-2"), "workers are free");
            assertEquals(
                    Set.of(ref("w-3")),
                    claim(store, "two", NOON.plusSeconds(59), "w-2", "w-3"),
                    "of those that somebody else has none is granted, of the others each");
            assertEquals(
                    Set.of(ref("w-2")),
                    claim(store, "one", NOON.plusSeconds(59), "w-2"),
                    "who has a claim gets it prolonged");
            assertEquals(
                    Set.of(ref("w-1")),
                    claim(store, "two", NOON.plusSeconds(61), "w-1", "w-2"),
                    "a claim that ran out is free, one that was prolonged is not");
        }
    }

    @Test
    void unclaim_freesWhatTheHolderHas() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            claim(store, "one", NOON, "w-1", "w-2");
            store.unclaim(List.of(ref("w-1"), ref("w-9")), "one");
            store.unclaim(List.of(ref("w-2")), "two");
            assertEquals(
                    Set.of(ref("w-1")),
                    claim(store, "three", NOON, "w-1", "w-2"),
                    "who gives back what somebody else has must not free it");
        }
    }

    @Test
    void claim_bySeveralAtOnce_isGrantedToOneEach() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            String[] ids = IntStream.range(0, 20).mapToObj(i -> "w-" + i).toArray(String[]::new);
            List<Set<WorkerRef>> granted = Threads.together(
                    4, () -> claim(store, Thread.currentThread().getName(), NOON, ids));
            List<WorkerRef> all = granted.stream().flatMap(Set::stream).toList();
            assertEquals(Set.copyOf(all).size(), all.size(), "a worker that was granted to two at once");
        }
    }
}
