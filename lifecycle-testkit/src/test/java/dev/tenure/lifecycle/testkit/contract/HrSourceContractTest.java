package dev.tenure.lifecycle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Wrong sources, each of which the contract must find. */
final class HrSourceContractTest {

    @Test
    void rightSource_breaksNothing() {
        assertThat(ContractHarness.failures(new MutantSourceContract(UnaryOperator.identity())))
                .isEmpty();
    }

    @Test
    void sourceThatLosesTheLastPage_isFound() {
        wrongPages("read_all_returnsEveryWorkerOnce", "must return every worker, once", pages -> {
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

    @Test
    void sourceThatEndsWhereItFails_isFound() {
        wrongPages(
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

    @Test
    void sourceThatSkipsThePageItIsToTryAgain_isFound() {
        wrongPages(
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

    @Test
    void sourceThatThrowsAfterTheLastPage_isFound() {
        wrongPages(
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

    @Test
    void sourceWhoseCloseThrowsTheSecondTime_isFound() {
        wrongPages(
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

    @Test
    void sourceThatPinsTheWatermarkAtTheEnd_isFound() {
        wrong(
                "a5_changeWhileAReadIsUnderWay_isInThatReadOrTheNext",
                "pinned when the read begins",
                real -> new DelegatingSource(real) {
                    @Override
                    public WorkerPages read(WorkerQuery query) {
                        return new Pages(super.read(query)) {
                            @Override
                            public Optional<Watermark> watermark() {
                                return real.read(query).watermark();
                            }
                        };
                    }
                });
    }

    @Test
    void sourceThatGivesAWatermarkForEveryQuery_isFound() {
        wrong(
                "a5_watermark_isGivenByFullAndIncrementalReads_andByNoOther",
                "neither full nor incremental",
                real -> new DelegatingSource(real) {
                    @Override
                    public WorkerPages read(WorkerQuery query) {
                        return new Pages(super.read(query)) {
                            @Override
                            public Optional<Watermark> watermark() {
                                return real.read(new WorkerQuery.All(Optional.empty()))
                                        .watermark();
                            }
                        };
                    }
                });
    }

    @Test
    void sourceThatReturnsEveryoneForSomeIds_isFound() {
        wrong("a3_byIds_returnsThoseWhoAreKnown_andNoOther", "and no other", real -> new DelegatingSource(real) {
            @Override
            public WorkerPages read(WorkerQuery query) {
                return super.read(query instanceof WorkerQuery.ByIds ? new WorkerQuery.All(Optional.empty()) : query);
            }
        });
    }

    @Test
    void sourceThatKnowsNoTerminations_isFound() {
        wrong(
                "a2_terminations_includeWhoLeavesWithinTheWindow",
                "who leaves today",
                real -> new DelegatingSource(real) {
                    @Override
                    public WorkerPages read(WorkerQuery query) {
                        return super.read(
                                query instanceof WorkerQuery.Terminations
                                        ? new WorkerQuery.ByIds(Set.of(), Optional.empty())
                                        : query);
                    }
                });
    }

    @Test
    void sourceThatLeavesOutEmptyAttributes_isFound() {
        wrongWorkers("m6_attributeThatHrRemoved_isReadAndEmpty", "missing means 'not read'", worker -> {
            Attributes.Builder some = Attributes.builder();
            worker.attributes().asMap().forEach((name, value) -> {
                if (!value.isNull()) {
                    some.put(name, value);
                }
            });
            return new Worker(worker.ref(), worker.employment(), some.build(), worker.groups());
        });
    }

    @Test
    void sourceThatLosesCharacters_isFound() {
        wrongWorkers("m9_text_arrivesAsHrHasIt", "lost characters", worker -> {
            Attributes.Builder some = worker.attributes().toBuilder();
            worker.attributes()
                    .text("lastName")
                    .ifPresent(name -> some.put("lastName", AttributeValue.of(name.replaceAll("[^\\x20-\\x7e]", "?"))));
            return new Worker(worker.ref(), worker.employment(), some.build(), worker.groups());
        });
    }

    @Test
    void sourceWhoseUnreadGroupsLookLikeNone_isFound() {
        wrong(
                "g2_worker_hasItsGroups_andNoneIsNotTheSameAsNotRead",
                "nothing is known",
                real -> new DelegatingSource(real) {
                    @Override
                    public Optional<List<ProvisioningGroup>> groups() {
                        return Optional.empty();
                    }
                });
    }

    @Test
    void sourceWhoseTestThrows_isFound() {
        wrong(
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

    @Test
    void sourceWhoseSchemaIsShort_isFound() {
        wrongWorkers(
                "describe_schemaHasEveryAttributeThatIsRead",
                "the schema lacks",
                worker -> new Worker(
                        worker.ref(),
                        worker.employment(),
                        worker.attributes().toBuilder().put("shoeSize", "42").build(),
                        worker.groups()));
    }

    @Test
    void sourceThatWritesBackMoreThanItIsTold_isFound() {
        wrong(
                "f1_write_makesHrHaveTheValues_andLeavesTheOthers",
                "must stay as it is",
                real -> new DelegatingSource(real) {
                    @Override
                    public Optional<ContactWriteBack> writeBack() {
                        return super.writeBack().map(back -> new ContactWriteBack() {
                            @Override
                            public Set<ContactField> fields() {
                                return back.fields();
                            }

                            @Override
                            public void write(Worker worker, Map<ContactField, String> values) {
                                Map<ContactField, String> all = new EnumMap<>(ContactField.class);
                                back.fields().forEach(field -> all.put(field, ""));
                                all.putAll(values);
                                back.write(worker, all);
                            }
                        });
                    }
                });
    }

    private static void wrong(String test, String words, UnaryOperator<HrSource> mutation) {
        ContractHarness.assertFails(new MutantSourceContract(mutation), test, words);
    }

    private static void wrongPages(String test, String words, UnaryOperator<WorkerPages> mutation) {
        wrong(test, words, real -> new DelegatingSource(real) {
            @Override
            public WorkerPages read(WorkerQuery query) {
                return mutation.apply(super.read(query));
            }
        });
    }

    private static void wrongWorkers(String test, String words, UnaryOperator<Worker> mutation) {
        wrongPages(test, words, pages -> new DelegatingSource.Pages(pages) {
            @Override
            public Optional<WorkerPage> next() {
                return super.next()
                        .map(page -> new WorkerPage(
                                page.workers().stream().map(mutation).toList(), page.unreadable(), page.total()));
            }
        });
    }
}
