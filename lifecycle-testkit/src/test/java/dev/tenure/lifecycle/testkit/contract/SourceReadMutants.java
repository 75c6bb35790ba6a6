package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** Sources that describe themselves or go through a read wrongly. */
final class SourceReadMutants extends SourceMutants {

    Mutant sourceThatLosesTheLastPage() {
        return wrongPages("read_all_returnsEveryWorkerOnce", "must return every worker, once", pages -> {
            Optional<WorkerPage> last = pages.next();
            return new DelegatingSource.Pages(pages) {
                private Optional<WorkerPage> ahead = last;

                @Override
                public Optional<WorkerPage> next() {
                    Optional<WorkerPage> now = ahead;
                    ahead = super.next();
                    return ahead.isEmpty() ? ahead : now;
                }
            };
        });
    }

    Mutant sourceThatEndsWhereItFails() {
        return wrongPages(
                "s2_readThatCannotBeFinished_throwsAndNeverJustEnds",
                "could be taken for absent",
                pages -> new DelegatingSource.Pages(pages) {
                    @Override
                    public Optional<WorkerPage> next() {
                        try {
                            return super.next();
                        } catch (ConnectorException swallowed) {
                            return Optional.empty();
                        }
                    }
                });
    }

    Mutant sourceThatSkipsThePageItIsToTryAgain() {
        return wrongPages(
                "next_toldToTryLater_readsTheSamePageWhenCalledAgain",
                "nobody left out",
                pages -> new DelegatingSource.Pages(pages) {
                    @Override
                    public Optional<WorkerPage> next() {
                        try {
                            return super.next();
                        } catch (RetryLater busy) {
                            super.next();
                            throw busy;
                        }
                    }
                });
    }

    Mutant sourceThatThrowsAfterTheLastPage() {
        return wrongPages(
                "next_afterTheLastPage_isEmptyAgainAndAgain",
                "after the last page must be empty and threw",
                pages -> new DelegatingSource.Pages(pages) {
                    private boolean over;

                    @Override
                    public Optional<WorkerPage> next() {
                        if (over) {
                            throw new IllegalStateException("over");
                        }
                        Optional<WorkerPage> page = super.next();
                        over = page.isEmpty();
                        return page;
                    }
                });
    }

    Mutant sourceWhoseCloseThrowsTheSecondTime() {
        return wrongPages(
                "close_twiceAndBeforeTheLastPage_isNoError",
                "the second close() threw",
                pages -> new DelegatingSource.Pages(pages) {
                    private boolean closed;

                    @Override
                    public void close() {
                        if (closed) {
                            throw new IllegalStateException("closed");
                        }
                        closed = true;
                    }
                });
    }

    Mutant sourceWhoseTestThrows() {
        return wrong(
                "n3_test_ofASystemThatDoesNotAnswer_reportsAndDoesNotThrow",
                "threw for a problem",
                real -> new DelegatingSource(real) {
                    @Override
                    public ConnectionReport test() {
                        describe();
                        return super.test();
                    }
                });
    }

    Mutant sourceWhoseSchemaIsShort() {
        return wrongWorkers(
                "describe_schemaHasEveryAttributeThatIsRead",
                "the schema lacks",
                worker -> new Worker(
                        worker.ref(),
                        worker.employment(),
                        worker.attributes().toBuilder().put("shoeSize", "42").build(),
                        worker.groups()));
    }

    Mutant sourceWithoutAName() {
        return wrong("name_isNotBlank_andStaysTheSame", "is blank", real -> new DelegatingSource(real) {
            @Override
            public String name() {
                return " ";
            }
        });
    }

    Mutant sourceWhoseReferencesNameAnother() {
        return wrong("name_isPartOfEveryReference", "names another source", real -> new DelegatingSource(real) {
            @Override
            public String name() {
                return "other";
            }
        });
    }

    Mutant sourceWhoseTestTriesNothing() {
        return wrong("n3_test_findsNoProblemWhereThereIsNone", "says nothing", real -> new DelegatingSource(real) {
            @Override
            public ConnectionReport test() {
                return new ConnectionReport(List.of());
            }
        });
    }

    Mutant sourceThatTakesNoAnswerForNobody() {
        return wrong(
                "read_ofASystemThatDoesNotAnswer_throwsAConnectorExceptionThatNamesIt",
                "must throw a ConnectorException",
                real -> new DelegatingSource(real) {
                    @Override
                    public WorkerPages read(WorkerQuery query) {
                        try {
                            return swallowing(super.read(query));
                        } catch (ConnectorException swallowed) {
                            return nobody();
                        }
                    }
                });
    }

    Mutant sourceThatInventsSomebody() {
        return wrongPages("read_all_ofAnEmptySystem_returnsNobody", "returned somebody", SourceMutants::withAGhost);
    }

    Mutant sourceThatKeepsWhoIsGone() {
        return wrongPages("read_whoWasRemoved_isNotReturned", "and no other", SourceMutants::withAGhost);
    }

    Mutant sourceWhoseTotalIsThatOfThePage() {
        return wrongPages(
                "page_total_isThatOfTheWholeRead", "total is not", pages -> new DelegatingSource.Pages(pages) {
                    @Override
                    public Optional<WorkerPage> next() {
                        return super.next()
                                .map(page -> new WorkerPage(
                                        page.workers(),
                                        page.unreadable(),
                                        OptionalLong.of(page.workers().size())));
                    }
                });
    }

    Mutant sourceForOneThreadOnly() {
        return wrong("read_bySeveralThreads_returnsEveryoneToEach", "disturb each other", real -> {
            AtomicReference<Thread> first = new AtomicReference<>();
            return new DelegatingSource(real) {
                @Override
                public WorkerPages read(WorkerQuery query) {
                    first.compareAndSet(null, Thread.currentThread());
                    return first.get() == Thread.currentThread() ? super.read(query) : nobody();
                }
            };
        });
    }
}
