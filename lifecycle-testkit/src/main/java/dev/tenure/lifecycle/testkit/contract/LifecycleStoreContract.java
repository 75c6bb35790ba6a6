package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.NOON;
import static dev.tenure.lifecycle.testkit.contract.SampleState.SOURCE;
import static dev.tenure.lifecycle.testkit.contract.SampleState.TARGET;
import static dev.tenure.lifecycle.testkit.contract.SampleState.entry;
import static dev.tenure.lifecycle.testkit.contract.SampleState.full;
import static dev.tenure.lifecycle.testkit.contract.SampleState.linked;
import static dev.tenure.lifecycle.testkit.contract.SampleState.ref;
import static dev.tenure.lifecycle.testkit.contract.SampleState.run;
import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LeaseLostException;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LifecycleStore} holds, sentence by sentence. Extend it in the tests of a store. What needs the store to
 * outlive its object is skipped where the fixture cannot reopen it.
 */
public abstract class LifecycleStoreContract {

    private static final WorkerStateQuery EVERYONE = new WorkerStateQuery.All();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MANY = 1000;

    /** For those who extend it. */
    protected LifecycleStoreContract() {}

    /**
     * Makes an empty store.
     *
     * @return the fixture, which the test closes
     */
    protected abstract LifecycleStoreFixture fixture();

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
    void find_isInTheOrderOfReferences_andPagesLeaveNobodyOut() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            List<WorkerRef> refs = Stream.concat(
                            Stream.of("b", "B", "a", "Z", "_", "10", "9", "\u00e9", "a b", "a-b")
                                    .map(SampleState::ref),
                            Stream.of(new WorkerRef("HR", "b"), new WorkerRef("hr2", "a")))
                    .sorted()
                    .toList();
            refs.forEach(ref -> save(
                    store,
                    new WorkerState(
                            ref,
                            0,
                            worker("x").employment(),
                            worker("x").state(),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of())));
            List<WorkerRef> paged = new ArrayList<>();
            List<WorkerState> page = store.find(EVERYONE, Optional.empty(), 5);
            while (page.size() == 5) {
                paged.addAll(refs(page));
                page = store.find(EVERYONE, Optional.of(paged.get(paged.size() - 1)), 5);
            }
            paged.addAll(refs(page));
            assertEquals(refs, paged, "find() must give everybody once, in the order of WorkerRef.compareTo");
        }
    }

    @Test
    void find_givesAtMostTheLimit() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, worker("w-1"), worker("w-2"), worker("w-3"));
            assertEquals(
                    List.of(ref("w-1"), ref("w-2")),
                    refs(store.find(EVERYONE, Optional.empty(), 2)),
                    "find() with a limit of 2 must give the first two");
            assertEquals(
                    List.of(), store.find(EVERYONE, Optional.of(ref("w-3")), 2), "find() after the last must be empty");
        }
    }

    @Test
    void h1_due_givesThoseWhoseTransitionIsNotLater() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(
                    store,
                    worker("w-1").withNextTransition(Optional.of(NOON.plusSeconds(1))),
                    worker("w-2").withNextTransition(Optional.of(NOON)),
                    worker("w-3").withNextTransition(Optional.of(NOON.minusSeconds(1))),
                    worker("w-4"));
            assertEquals(
                    List.of(ref("w-2"), ref("w-3")),
                    refs(find(store, new WorkerStateQuery.Due(NOON))),
                    "due are those whose transition is at this instant or before it, in the order of their references");
            assertEquals(
                    List.of(ref("w-3")),
                    refs(store.find(new WorkerStateQuery.Due(NOON), Optional.of(ref("w-2")), 1)),
                    "a page of those who are due");
        }
    }

    @Test
    void h1_nextTransition_isTheLeast() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            assertEquals(Optional.empty(), store.nextTransition(), "nothing is due in an empty store");
            save(
                    store,
                    worker("w-1").withNextTransition(Optional.of(NOON.plusSeconds(9))),
                    worker("w-2").withNextTransition(Optional.of(NOON)),
                    worker("w-3"));
            assertEquals(Optional.of(NOON), store.nextTransition(), "the least transition of all workers");
            save(store, load(store, "w-2").withNextTransition(Optional.empty()));
            assertEquals(
                    Optional.of(NOON.plusSeconds(9)), store.nextTransition(), "after the least one was taken away");
        }
    }

    @Test
    void find_byWhatIsOpenAtAnyTarget() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            AccountState none = AccountState.none();
            save(
                    store,
                    worker("w-0"),
                    SampleState.with("w-1", none.withPending(Optional.of(SampleState.pending()))),
                    SampleState.with("w-2", none.withHold(Optional.of(SampleState.hold()))),
                    SampleState.with(
                            "w-3", none.withHold(Optional.of(SampleState.hold().discard()))),
                    SampleState.with("w-4", none.withFailure(Optional.of(SampleState.failure()))),
                    SampleState.with("w-5", none.withIntent(Optional.of(SampleState.intent()))),
                    worker("w-6").with("ad", none.withFailure(Optional.of(SampleState.failure()))));
            assertFound(store, new WorkerStateQuery.WithPending(), "w-1");
            assertFound(store, new WorkerStateQuery.WithHold(), "w-2", "w-3");
            assertFound(store, new WorkerStateQuery.WithFailure(), "w-4", "w-6");
            assertFound(store, new WorkerStateQuery.WithIntent(), "w-5");
        }
    }

    @Test
    void find_linkedAtATarget() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(
                    store,
                    worker("w-0"),
                    linked("w-1", AccountStatus.ACTIVE),
                    linked("w-2", AccountStatus.DEACTIVATED),
                    linkedAt("ad", "w-3"));
            assertFound(store, new WorkerStateQuery.LinkedAt(TARGET), "w-1", "w-2");
            assertFound(store, new WorkerStateQuery.LinkedAt("ad"), "w-3");
        }
    }

    @Test
    void d1_ofPerson_givesTheRecordsOfOnePerson() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(
                    store,
                    SampleState.of("w-1", "U-1"),
                    SampleState.of("w-2", "U-2"),
                    SampleState.of("w-3", "U-1"),
                    worker("w-4"));
            assertFound(store, new WorkerStateQuery.OfPerson("U-1"), "w-1", "w-3");
            assertFound(store, new WorkerStateQuery.OfPerson("U-9"));
        }
    }

    @Test
    void s2_linkedNotSeen_givesWhoIsLinkedAndWasNotSeenInTheRun() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(
                    store,
                    linked("w-1", AccountStatus.ACTIVE),
                    linked("w-2", AccountStatus.ACTIVE),
                    linkedAt("ad", "w-3"),
                    worker("w-4"));
            store.save(StoreUpdate.of(ofSource("other", "w-5"), List.of()));
            store.seen("run-1", List.of(ref("w-1")), List.of());
            store.seen("run-1", List.of(ref("w-new")), List.of());
            save(store, linked("w-new", AccountStatus.ACTIVE));
            assertFound(store, new WorkerStateQuery.LinkedNotSeen(SOURCE, "run-1"), "w-2", "w-3");
        }
    }

    @Test
    void seen_forgetsWhatEarlierRunsNoted_andKeepsTheVersion() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, linked("w-1", AccountStatus.ACTIVE), linked("w-2", AccountStatus.ACTIVE));
            store.seen("run-1", List.of(ref("w-1"), ref("w-2")), List.of());
            store.seen("run-2", List.of(ref("w-2")), List.of());
            assertFound(store, new WorkerStateQuery.LinkedNotSeen(SOURCE, "run-2"), "w-1");
            assertEquals(
                    linked("w-1", AccountStatus.ACTIVE).withVersion(1),
                    load(store, "w-1"),
                    "seen() saves no part of a worker and does not change the version");
        }
    }

    @Test
    void owners_areTheWorkersOfLinkedAccounts() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, linked("w-1", AccountStatus.ACTIVE), linked("w-2", AccountStatus.DEACTIVATED));
            assertEquals(
                    Map.of(account("w-1"), ref("w-1"), account("w-2"), ref("w-2")),
                    store.owners(List.of(account("w-1"), account("w-2"), account("w-3"))),
                    "owners() must name the worker of each account that is linked");
        }
    }

    @Test
    void d2_anAccountThatChangesHandsInOneUpdate_hasItsNewOwner() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, linked("w-1", AccountStatus.ACTIVE), worker("w-2"));
            AccountState link = load(store, "w-1").at(TARGET);
            WorkerState without = load(store, "w-1").with(TARGET, AccountState.none());
            WorkerState with = load(store, "w-2").with(TARGET, link);
            store.save(new StoreUpdate(List.of(with, without), List.of(), List.of(), List.of()));
            assertEquals(
                    Map.of(account("w-1"), ref("w-2")),
                    store.owners(List.of(account("w-1"))),
                    "an account that changes hands within one update belongs to its new owner");
            assertFound(store, new WorkerStateQuery.LinkedAt(TARGET), "w-2");
        }
    }

    @Test
    void s1_countWithAccess_leavesDeactivatedAccountsAndOtherTargetsOut() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(
                    store,
                    worker("w-0"),
                    linked("w-1", AccountStatus.ACTIVE),
                    linked("w-2", AccountStatus.SUSPENDED),
                    linked("w-3", AccountStatus.STAGED),
                    linked("w-4", AccountStatus.DEACTIVATED),
                    linkedAt("ad", "w-5"));
            assertEquals(3, store.countWithAccess(TARGET), "linked accounts that are not deactivated");
            assertEquals(1, store.countWithAccess("ad"), "linked accounts of another target");
            assertEquals(0, store.countWithAccess("scim"), "linked accounts of a target that nobody is linked at");
        }
    }

    @Test
    void groups_areInsertedReplacedAndForgotten() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            GroupLink eng = group("g-1", "PG-1", "Eng");
            GroupLink sales = group("g-2", "PG-2", "Sales");
            GroupLink there = new GroupLink("ad", "g-1", SOURCE, "PG-1", "Eng");
            store.save(new StoreUpdate(List.of(), List.of(eng, sales, there), List.of(), List.of()));
            assertEquals(Set.of(eng, sales), Set.copyOf(store.groups(TARGET)), "the groups of a target");
            GroupLink renamed = group("g-1", "PG-1", "Engineering");
            store.save(new StoreUpdate(List.of(), List.of(renamed), List.of(eng, sales), List.of()));
            assertEquals(List.of(renamed), store.groups(TARGET), "two were forgotten and one was kept");
            assertEquals(List.of(there), store.groups("ad"), "the groups of another target stay as they are");
        }
    }

    @Test
    void groups_areReplacedByTargetSourceReferenceAndName() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            GroupLink first = group("g-1", "PG-1", "Eng");
            GroupLink again = group("g-9", "PG-1", "Eng");
            GroupLink otherName = group("g-1", "PG-1", "Engineering");
            store.save(new StoreUpdate(List.of(), List.of(first, otherName), List.of(), List.of()));
            store.save(new StoreUpdate(List.of(), List.of(again), List.of(), List.of()));
            assertEquals(
                    Set.of(again, otherName),
                    Set.copyOf(store.groups(TARGET)),
                    "a group is replaced by one of the same target, source, reference id and name, and by no other");
        }
    }

    @Test
    void groups_areForgottenBeforeOthersAreKept() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            GroupLink gone = group("g-1", "PG-1", "Eng");
            GroupLink made = group("g-2", "PG-1", "Eng");
            store.save(new StoreUpdate(List.of(), List.of(gone), List.of(), List.of()));
            store.save(new StoreUpdate(List.of(), List.of(made), List.of(gone), List.of()));
            assertEquals(List.of(made), store.groups(TARGET), "what an update keeps must not fall to what it forgets");
        }
    }

    @Test
    void a5_progress_isNothingAtFirst_andThenTheLastThatWasSaved() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            assertEquals(
                    new SourceProgress(SOURCE, Optional.empty(), Optional.empty()),
                    store.progress(SOURCE),
                    "the progress of a source that was never read");
            SourceProgress first = new SourceProgress(SOURCE, Optional.of(new Watermark("1")), Optional.of(NOON));
            SourceProgress second = new SourceProgress(
                    SOURCE, Optional.of(new Watermark("\u00fc|2026-03-02T12:00:00.001-08:00")), Optional.empty());
            store.saveProgress(first, List.of());
            store.saveProgress(second, List.of());
            assertEquals(second, store.progress(SOURCE), "the progress is that which was saved last");
            assertEquals(Optional.empty(), store.progress("other").watermark(), "the progress of another source");
        }
    }

    @Test
    void runs_areGivenTheLatestFirst() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            List<ImportRun> runs = List.of(
                    run("run-1", NOON), run("run-2", NOON.plusSeconds(60)), run("run-3", NOON.plusSeconds(120)));
            runs.forEach(store::saveRun);
            assertEquals(
                    List.of(runs.get(2), runs.get(1)),
                    store.runs(2),
                    "runs() must give the latest first, with every part");
            assertEquals(3, store.runs(MANY).size(), "runs() must give all that there are");
        }
    }

    @Test
    void s6_journal_isInTheOrderInWhichItWasWritten() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            List<JournalEntry> lines = lines();
            store.save(StoreUpdate.of(worker("w-1"), lines.subList(0, 2)));
            store.save(StoreUpdate.of(worker("w-2"), lines.subList(2, 4)));
            assertEquals(lines, journal(store), "the journal must have every line, whole, in the order of writing");
            assertEquals(
                    lines.subList(1, 3),
                    store.journal(JournalQuery.all(), 1, 2),
                    "skip and limit cut a page out of the journal");
        }
    }

    @Test
    void s6_journal_givesTheLinesThatFitEveryPartOfTheQuery() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            List<JournalEntry> lines = lines();
            store.save(StoreUpdate.of(worker("w-1"), lines));
            assertJournal(store, JournalQuery.of(ref("w-1")), lines.get(0), lines.get(2));
            assertJournal(store, JournalQuery.ofRun("run-2"), lines.get(2), lines.get(3));
            assertJournal(
                    store,
                    query(Optional.of(ChangeKind.UPDATE), Optional.empty(), Optional.empty()),
                    lines.get(1),
                    lines.get(2));
            assertJournal(
                    store,
                    query(Optional.empty(), Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(3))),
                    lines.get(1),
                    lines.get(2));
            assertJournal(
                    store,
                    new JournalQuery(
                            Optional.of(ref("w-1")),
                            Optional.of("run-1"),
                            Optional.of(ChangeKind.CREATE),
                            Optional.of(NOON),
                            Optional.of(NOON.plusSeconds(1))),
                    lines.get(0));
        }
    }

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

    @Test
    void secret_isOf32Bytes_andTheSameEverAfter() {
        try (LifecycleStoreFixture fixture = fixture();
                LifecycleStoreFixture other = fixture()) {
            byte[] secret = fixture.store().secret();
            byte[] copy = secret.clone();
            assertEquals(32, secret.length, "the length of the secret");
            Arrays.fill(secret, (byte) 0);
            assertArrayEquals(
                    copy, fixture.store().secret(), "the secret must stay the same, whoever writes on a copy");
            assertFalse(
                    Arrays.equals(copy, other.store().secret()),
                    "two stores have the same secret, so it is not random");
        }
    }

    @Test
    void reopened_everythingIsThere() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, full("w-1"));
            GroupLink group = group("g-1", "PG-1", "Eng");
            List<JournalEntry> lines = lines();
            store.save(new StoreUpdate(List.of(worker("w-2")), List.of(group), List.of(), lines));
            SourceProgress progress = new SourceProgress(SOURCE, Optional.of(new Watermark("1")), Optional.of(NOON));
            store.saveProgress(progress, List.of());
            store.saveRun(run("run-1", NOON));
            Lease lease = acquire(store, "one", NOON);
            claim(store, "one", NOON, "w-1");
            byte[] secret = store.secret();

            Optional<LifecycleStore> reopened = fixture.reopened();
            assumeTrue(reopened.isPresent(), "the store keeps nothing beyond its object");
            LifecycleStore again = reopened.orElseThrow();
            assertEquals(full("w-1").withVersion(1), load(again, "w-1"), "a worker after the store was reopened");
            assertEquals(List.of(group), again.groups(TARGET), "groups after the store was reopened");
            assertEquals(lines, journal(again), "the journal after the store was reopened");
            assertEquals(progress, again.progress(SOURCE), "the progress after the store was reopened");
            assertEquals(List.of(run("run-1", NOON)), again.runs(MANY), "runs after the store was reopened");
            assertArrayEquals(secret, again.secret(), "the secret after the store was reopened");
            assertEquals(
                    Optional.empty(),
                    again.acquire(SOURCE, "two", NOON.plusSeconds(1), MINUTE),
                    "a lease holds for another host too");
            assertEquals(Set.of(), claim(again, "two", NOON, "w-1"), "a claim holds for another host too");
            Lease next = acquire(again, "two", NOON.plusSeconds(61));
            assertTrue(next.token() > lease.token(), "the token must go on growing after the store was reopened");
            assertThrows(
                    StaleStateException.class,
                    () -> save(again, worker("w-2")),
                    "a version that another host saved is stale here");
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

    private static List<JournalEntry> lines() {
        return List.of(
                entry("run-1", NOON, ChangeKind.CREATE, "w-1"),
                entry("run-1", NOON.plusSeconds(1), ChangeKind.UPDATE, "w-2"),
                entry("run-2", NOON.plusSeconds(2), ChangeKind.UPDATE, "w-1"),
                entry("run-2", NOON.plusSeconds(3), ChangeKind.DEACTIVATE, "w-3"));
    }

    private static JournalQuery query(Optional<ChangeKind> kind, Optional<Instant> from, Optional<Instant> until) {
        return new JournalQuery(Optional.empty(), Optional.empty(), kind, from, until);
    }

    private static void assertJournal(LifecycleStore store, JournalQuery query, JournalEntry... expected) {
        assertEquals(List.of(expected), store.journal(query, 0, MANY), () -> "the lines that fit " + query);
    }

    private static List<JournalEntry> journal(LifecycleStore store) {
        return store.journal(JournalQuery.all(), 0, MANY);
    }

    private static void assertFound(LifecycleStore store, WorkerStateQuery query, String... ids) {
        assertEquals(
                Arrays.stream(ids).map(SampleState::ref).toList(),
                refs(find(store, query)),
                () -> "find() of " + query);
    }

    private static List<WorkerState> find(LifecycleStore store, WorkerStateQuery query) {
        return store.find(query, Optional.empty(), MANY);
    }

    private static List<WorkerRef> refs(List<WorkerState> states) {
        return states.stream().map(WorkerState::ref).toList();
    }

    private static void save(LifecycleStore store, WorkerState... states) {
        store.save(new StoreUpdate(List.of(states), List.of(), List.of(), List.of()));
    }

    private static WorkerState load(LifecycleStore store, String id) {
        WorkerState state = store.load(List.of(ref(id))).get(ref(id));
        if (state == null) {
            return fail("load() does not give a worker that was saved: " + ref(id));
        }
        return state;
    }

    private static WorkerState linkedAt(String target, String id) {
        AccountState link = linked(id, AccountStatus.ACTIVE).at(TARGET);
        return worker(id)
                .with(
                        target,
                        link.withLink(link.link()
                                .map(at -> new Link(
                                        new AccountRef(target, "there-" + id), at.status(), at.sent(), at.groups()))));
    }

    private static WorkerState ofSource(String source, String id) {
        WorkerState linked = linkedAt("ad", id);
        return new WorkerState(
                new WorkerRef(source, id),
                0,
                linked.employment(),
                linked.state(),
                Optional.empty(),
                Optional.empty(),
                linked.accounts());
    }

    private static AccountRef account(String worker) {
        return new AccountRef(TARGET, "account-of-" + worker);
    }

    private static GroupLink group(String id, String reference, String name) {
        return new GroupLink(TARGET, id, SOURCE, reference, name);
    }

    private static Set<WorkerRef> claim(LifecycleStore store, String holder, Instant now, String... ids) {
        return store.claim(Arrays.stream(ids).map(SampleState::ref).toList(), holder, now, MINUTE);
    }

    private static Lease acquire(LifecycleStore store, String holder, Instant now) {
        return store.acquire(SOURCE, holder, now, MINUTE)
                .orElseGet(() -> fail("a lease that is free was refused to '" + holder + "'"));
    }
}
