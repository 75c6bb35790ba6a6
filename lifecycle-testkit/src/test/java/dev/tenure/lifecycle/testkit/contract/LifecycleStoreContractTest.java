package dev.tenure.lifecycle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.ForwardingStore;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Wrong stores, each of which the contract must find. */
final class LifecycleStoreContractTest {

    @Test
    void rightStore_breaksNothing() {
        assertThat(ContractHarness.failures(new MutantStoreContract(UnaryOperator.identity())))
                .isEmpty();
    }

    @Test
    void storeWithoutVersions_isFound() {
        wrong("save_ofAnotherVersion_isStale", "must be a StaleStateException", real -> new ForwardingStore(real) {
            @Override
            public void save(StoreUpdate update) {
                super.save(new StoreUpdate(
                        update.workers().stream().map(this::asStored).toList(),
                        update.groups(),
                        update.removedGroups(),
                        update.entries()));
            }

            private WorkerState asStored(WorkerState state) {
                WorkerState stored = load(List.of(state.ref())).get(state.ref());
                return state.withVersion(stored == null ? 0 : stored.version());
            }
        });
    }

    @Test
    void storeThatSavesWorkerByWorker_isFound() {
        wrong("save_savesAllOrNothing", "kept some of its workers", real -> new ForwardingStore(real) {
            @Override
            public void save(StoreUpdate update) {
                for (WorkerState state : update.workers()) {
                    super.save(StoreUpdate.of(state, List.of()));
                }
                super.save(new StoreUpdate(List.of(), update.groups(), update.removedGroups(), update.entries()));
            }
        });
    }

    @Test
    void storeThatWritesTheJournalFirst_isFound() {
        wrong("save_savesAllOrNothing", "kept some of its journal", real -> new ForwardingStore(real) {
            @Override
            public void save(StoreUpdate update) {
                super.save(new StoreUpdate(List.of(), List.of(), List.of(), update.entries()));
                super.save(new StoreUpdate(update.workers(), update.groups(), update.removedGroups(), List.of()));
            }
        });
    }

    @Test
    void storeThatChecksVersionsOutsideItsTransaction_isFound() {
        wrong("save_bySeveralAtOnce_losesNothing", "must see what the others saved", real -> new ForwardingStore(real) {
            private final AtomicInteger savers = new AtomicInteger();
            private final CyclicBarrier two = new CyclicBarrier(2);

            @Override
            public void save(StoreUpdate update) {
                for (WorkerState state : update.workers()) {
                    WorkerState stored = load(List.of(state.ref())).get(state.ref());
                    if (stored != null && stored.version() != state.version()) {
                        throw new StaleStateException(state.ref());
                    }
                }
                if (!update.entries().isEmpty() && savers.incrementAndGet() <= 2) {
                    meet();
                }
                try {
                    super.save(update);
                } catch (StaleStateException overwritten) {
                    super.save(new StoreUpdate(List.of(), List.of(), List.of(), update.entries()));
                }
            }

            private void meet() {
                try {
                    two.await(60, TimeUnit.SECONDS);
                } catch (Exception alone) {
                    throw new IllegalStateException(alone);
                }
            }
        });
    }

    @Test
    void storeInTheOrderOfADictionary_isFound() {
        wrong(
                "find_isInTheOrderOfReferences_andPagesLeaveNobodyOut",
                "in the order of WorkerRef",
                real -> new ForwardingStore(real) {
                    @Override
                    public List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
                        return super.find(query, after, limit).stream()
                                .sorted(Comparator.comparing(
                                        state -> state.ref().toString(), String.CASE_INSENSITIVE_ORDER))
                                .toList();
                    }
                });
    }

    @Test
    void storeWithoutADue_isFound() {
        wrong("h1_nextTransition_isTheLeast", "the least transition", real -> new ForwardingStore(real) {
            @Override
            public Optional<Instant> nextTransition() {
                return find(new WorkerStateQuery.All(), Optional.empty(), 1).stream()
                        .map(WorkerState::nextTransition)
                        .flatMap(Optional::stream)
                        .findFirst();
            }
        });
    }

    @Test
    void storeThatForgetsRejections_isFound() {
        wrong("save_keepsEveryPart", "the state at okta is not what was saved", real -> new ForwardingStore(real) {
            @Override
            public void save(StoreUpdate update) {
                super.save(new StoreUpdate(
                        update.workers().stream().map(this::poorer).toList(),
                        update.groups(),
                        update.removedGroups(),
                        update.entries()));
            }

            private WorkerState poorer(WorkerState state) {
                AccountState account = state.at(SampleState.TARGET);
                return state.with(SampleState.TARGET, account.withRejected(Set.of()));
            }
        });
    }

    @Test
    void storeThatKeepsTheFirstOwner_isFound() {
        wrong(
                "d2_anAccountThatChangesHandsInOneUpdate_hasItsNewOwner",
                "belongs to its new owner",
                real -> new ForwardingStore(real) {
                    private final Map<AccountRef, WorkerRef> first = new HashMap<>();

                    @Override
                    public Map<AccountRef, WorkerRef> owners(Collection<AccountRef> accounts) {
                        return first;
                    }

                    @Override
                    public void save(StoreUpdate update) {
                        super.save(update);
                        update.workers()
                                .forEach(state -> state.accounts()
                                        .values()
                                        .forEach(account -> account.link()
                                                .ifPresent(link -> first.putIfAbsent(link.account(), state.ref()))));
                    }
                });
    }

    @Test
    void storeThatCountsEveryLink_isFound() {
        wrong(
                "s1_countWithAccess_leavesDeactivatedAccountsAndOtherTargetsOut",
                "not deactivated",
                real -> new ForwardingStore(real) {
                    @Override
                    public int countWithAccess(String target) {
                        return find(new WorkerStateQuery.LinkedAt(target), Optional.empty(), 1000)
                                .size();
                    }
                });
    }

    @Test
    void storeThatNamesEverybody_isFound() {
        wrong("names_areThoseOfTheWorkersThatAreFound_pageByPage", "names() of", real -> new ForwardingStore(real) {
            @Override
            public List<WorkerRef> names(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
                return super.names(new WorkerStateQuery.All(), after, limit);
            }
        });
    }

    @Test
    void storeThatNamesTheFirstPageAgainAndAgain_isFound() {
        wrong(
                "names_areThoseOfTheWorkersThatAreFound_pageByPage",
                "the second page of names",
                real -> new ForwardingStore(real) {
                    @Override
                    public List<WorkerRef> names(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
                        return super.names(query, Optional.empty(), limit);
                    }
                });
    }

    @Test
    void storeThatGivesLinksOfAnotherStatus_isFound() {
        wrong("links_areThoseOfTheAccountsThatAreLinked", "links() must give", real -> new ForwardingStore(real) {
            @Override
            public Map<AccountRef, Link> links(Collection<AccountRef> accounts) {
                Map<AccountRef, Link> links = new HashMap<>(super.links(accounts));
                links.replaceAll((account, link) -> link.withStatus(AccountStatus.STAGED));
                return links;
            }
        });
    }

    @Test
    void storeThatRemembersEarlierRuns_isFound() {
        wrong("seen_forgetsWhatEarlierRunsNoted_andKeepsTheVersion", "find() of", real -> new ForwardingStore(real) {
            @Override
            public void seen(String run, Collection<WorkerRef> workers, Collection<Lease> under) {
                super.seen("any", workers, under);
            }

            @Override
            public List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
                return super.find(
                        query instanceof WorkerStateQuery.LinkedNotSeen not
                                ? new WorkerStateQuery.LinkedNotSeen(not.source(), "any")
                                : query,
                        after,
                        limit);
            }
        });
    }

    @Test
    void storeWhoseJournalRunsBackwards_isFound() {
        wrong(
                "s6_journal_isInTheOrderInWhichItWasWritten",
                "in the order of writing",
                real -> new ForwardingStore(real) {
                    @Override
                    public List<JournalEntry> journal(JournalQuery query, int skip, int limit) {
                        List<JournalEntry> lines = new ArrayList<>(super.journal(query, skip, limit));
                        Collections.reverse(lines);
                        return lines;
                    }
                });
    }

    @Test
    void storeWhoseTokenStandsStill_isFound() {
        wrong(
                "acquire_afterItRanOut_succeeds_withAGreaterToken",
                "the token must grow",
                real -> new ForwardingStore(real) {
                    @Override
                    public Optional<Lease> acquire(String source, String holder, Instant now, Duration duration) {
                        return super.acquire(source, holder, now, duration)
                                .map(lease ->
                                        new Lease(lease.source(), lease.holder(), 1, lease.until(), lease.takenOver()));
                    }
                });
    }

    @Test
    void storeThatReleasesWhateverIsHeld_isFound() {
        wrong(
                "acquire_afterItRanOut_succeeds_withAGreaterToken",
                "must not release that of who took it",
                real -> new ForwardingStore(real) {
                    private Optional<Lease> last = Optional.empty();

                    @Override
                    public Optional<Lease> acquire(String source, String holder, Instant now, Duration duration) {
                        Optional<Lease> lease = super.acquire(source, holder, now, duration);
                        last = lease.or(() -> last);
                        return lease;
                    }

                    @Override
                    public void release(Lease lease) {
                        last.ifPresent(super::release);
                    }
                });
    }

    @Test
    void storeThatSavesUnderALeaseThatWasLost_isFound() {
        wrong(
                "underALeaseThatWasLost_nothingIsSaved",
                "a save under a lease that was lost",
                real -> new ForwardingStore(real) {
                    @Override
                    public void save(StoreUpdate update) {
                        super.save(update.under(List.of()));
                    }
                });
    }

    @Test
    void storeThatForgetsWhomItSawUnderALeaseThatWasLost_isFound() {
        wrong(
                "underALeaseThatWasLost_nothingIsSaved",
                "what was seen under a lease that was lost",
                real -> new ForwardingStore(real) {
                    @Override
                    public void seen(String run, Collection<WorkerRef> workers, Collection<Lease> under) {
                        super.seen(run, workers, List.of());
                    }
                });
    }

    @Test
    void storeThatGrantsWhatSomebodyElseHas_isFound() {
        wrong("claim_isGrantedWorkerByWorker", "of those that somebody else has", real -> new ForwardingStore(real) {
            @Override
            public Set<WorkerRef> claim(Collection<WorkerRef> workers, String holder, Instant now, Duration duration) {
                super.claim(workers, holder, now, duration);
                return Set.copyOf(workers);
            }
        });
    }

    @Test
    void storeWhoseClaimsNeverRunOut_isFound() {
        wrong("claim_isGrantedWorkerByWorker", "a claim that ran out is free", real -> new ForwardingStore(real) {
            @Override
            public Set<WorkerRef> claim(Collection<WorkerRef> workers, String holder, Instant now, Duration duration) {
                return super.claim(workers, holder, Instant.EPOCH, duration);
            }
        });
    }

    @Test
    void storeWhoseSecretCanBeWrittenOn_isFound() {
        wrong("secret_isOf32Bytes_andTheSameEverAfter", "must stay the same", real -> new ForwardingStore(real) {
            private final byte[] shared = real.secret();

            @Override
            public byte[] secret() {
                return shared;
            }
        });
    }

    private static void wrong(String test, String words, UnaryOperator<LifecycleStore> mutation) {
        ContractHarness.assertFails(new MutantStoreContract(mutation), test, words);
    }
}
