package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Makes wrong sources of a right one. */
abstract class SourceMutants {

    static Mutant wrong(String test, String words, UnaryOperator<HrSource> mutation) {
        return new Mutant(new MutantSourceContract(mutation), test, words);
    }

    static Mutant wrongPages(String test, String words, UnaryOperator<WorkerPages> mutation) {
        return wrong(test, words, real -> new DelegatingSource(real) {
            @Override
            public WorkerPages read(WorkerQuery query) {
                return mutation.apply(super.read(query));
            }
        });
    }

    static Mutant wrongWorkers(String test, String words, UnaryOperator<Worker> mutation) {
        return wrongPages(test, words, pages -> mapped(pages, mutation));
    }

    /** A read in which there is nobody. */
    static WorkerPages nobody() {
        return new WorkerPages() {
            @Override
            public Optional<WorkerPage> next() {
                return Optional.empty();
            }

            @Override
            public Optional<Watermark> watermark() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    static WorkerPages swallowing(WorkerPages pages) {
        return new DelegatingSource.Pages(pages) {
            @Override
            public Optional<WorkerPage> next() {
                try {
                    return super.next();
                } catch (ConnectorException swallowed) {
                    return Optional.empty();
                }
            }
        };
    }

    static WorkerPages mapped(WorkerPages pages, UnaryOperator<Worker> mutation) {
        return new DelegatingSource.Pages(pages) {
            @Override
            public Optional<WorkerPage> next() {
                return super.next()
                        .map(page -> new WorkerPage(
                                page.workers().stream().map(mutation).toList(), page.unreadable(), page.total()));
            }
        };
    }

    /** Adds somebody whom HR does not have to the first page, which there then is. */
    static WorkerPages withAGhost(WorkerPages pages) {
        Worker ghost = new Worker(
                new WorkerRef("hr", "ghost"), Employment.builder().build(), Attributes.empty(), Optional.empty());
        return new DelegatingSource.Pages(pages) {
            private boolean seen;

            @Override
            public Optional<WorkerPage> next() {
                if (seen) {
                    return super.next();
                }
                seen = true;
                return Optional.of(new WorkerPage(List.of(ghost), List.of(), OptionalLong.empty()));
            }
        };
    }
}
