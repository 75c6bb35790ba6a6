package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;

import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.Worker;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sources that return the wrong workers. */
final class SourceQueryMutants extends SourceMutants {

    Mutant sourceThatPinsTheWatermarkAtTheEnd() {
        return wrong(
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

    Mutant sourceThatGivesAWatermarkForEveryQuery() {
        return wrong(
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

    Mutant sourceThatReturnsEveryoneForSomeIds() {
        return wrong("a3_byIds_returnsThoseWhoAreKnown_andNoOther", "and no other", real -> new DelegatingSource(real) {
            @Override
            public WorkerPages read(WorkerQuery query) {
                return super.read(query instanceof WorkerQuery.ByIds ? new WorkerQuery.All(Optional.empty()) : query);
            }
        });
    }

    Mutant sourceThatKnowsNoTerminations() {
        return wrong(
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

    Mutant sourceThatSeesNoChange() {
        return wrong("a1_changedSince_returnsWhoChanged", "left out", real -> new DelegatingSource(real) {
            @Override
            public WorkerPages read(WorkerQuery query) {
                return query instanceof WorkerQuery.ChangedSince ? nobody() : super.read(query);
            }
        });
    }

    Mutant sourceThatForgetsAfterAQuietRead() {
        return wrong(
                "a5_watermarkOfAnIncrementalRead_continuesWhereItEnded", "is lost", real -> new DelegatingSource(real) {
                    private int reads;

                    @Override
                    public WorkerPages read(WorkerQuery query) {
                        boolean again = query instanceof WorkerQuery.ChangedSince && ++reads > 1;
                        return again ? nobody() : super.read(query);
                    }
                });
    }

    Mutant sourceThatReadsOnePageOfIds() {
        return wrong(
                "a3_byIds_ofMoreThanAPage_returnsThemAll", "must return them all", real -> new DelegatingSource(real) {
                    @Override
                    public WorkerPages read(WorkerQuery query) {
                        if (query instanceof WorkerQuery.ByIds some) {
                            Set<String> page = some.ids().stream().limit(2).collect(Collectors.toSet());
                            return super.read(new WorkerQuery.ByIds(page, some.asOf()));
                        }
                        return super.read(query);
                    }
                });
    }

    Mutant sourceThatReadsAnEndAsOfTheDay() {
        return wrong(
                "b4_terminationDate_isAsKnownNowWhateverTheDay",
                "always as known now",
                real -> new DelegatingSource(real) {
                    @Override
                    public WorkerPages read(WorkerQuery query) {
                        return query.asOf().isEmpty()
                                ? super.read(query)
                                : mapped(
                                        super.read(query),
                                        worker -> new Worker(
                                                worker.ref(),
                                                Employment.builder()
                                                        .from(worker.employment())
                                                        .terminationDate(Optional.empty())
                                                        .build(),
                                                worker.attributes(),
                                                worker.groups()));
                    }
                });
    }
}
