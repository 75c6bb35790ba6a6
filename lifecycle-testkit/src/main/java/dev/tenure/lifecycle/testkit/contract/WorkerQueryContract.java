package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.NOON;
import static dev.tenure.lifecycle.testkit.contract.SampleState.SOURCE;
import static dev.tenure.lifecycle.testkit.contract.SampleState.TARGET;
import static dev.tenure.lifecycle.testkit.contract.SampleState.linked;
import static dev.tenure.lifecycle.testkit.contract.SampleState.ref;
import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store is asked of its workers. */
abstract class WorkerQueryContract extends StoredWorkerContract {

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
                    worker("w-6").with("ad", none.withFailure(Optional.of(SampleState.failure()))),
                    SampleState.with("w-7", none.withUntold(Optional.of(SampleState.untold()))));
            assertFound(store, new WorkerStateQuery.WithPending(), "w-1");
            assertFound(store, new WorkerStateQuery.WithHold(), "w-2", "w-3");
            assertFound(store, new WorkerStateQuery.WithFailure(), "w-4", "w-6", "w-7");
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
    void names_areThoseOfTheWorkersThatAreFound_pageByPage() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, linked("w-1", AccountStatus.ACTIVE), worker("w-2"), linkedAt("ad", "w-3"), worker("w-4"));
            for (WorkerStateQuery query : List.of(EVERYONE, new WorkerStateQuery.LinkedNotSeen(SOURCE, "none"))) {
                List<WorkerRef> all = refs(find(store, query));
                assertEquals(all, store.names(query, Optional.empty(), MANY), () -> "names() of " + query);
                assertEquals(all.subList(0, 1), store.names(query, Optional.empty(), 1), "the first page of names");
                assertEquals(
                        all.subList(1, 2), store.names(query, Optional.of(all.get(0)), 1), "the second page of names");
            }
        }
    }

    @Test
    void links_areThoseOfTheAccountsThatAreLinked() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, linked("w-1", AccountStatus.ACTIVE), linked("w-2", AccountStatus.SUSPENDED), worker("w-3"));
            assertEquals(
                    Map.of(account("w-1"), link(store, "w-1"), account("w-2"), link(store, "w-2")),
                    store.links(List.of(account("w-1"), account("w-2"), account("w-3"))),
                    "links() must give the link of each account that is linked, as it was saved");
        }
    }

    private static Link link(LifecycleStore store, String id) {
        return load(store, id).at(TARGET).link().orElseThrow();
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
}
