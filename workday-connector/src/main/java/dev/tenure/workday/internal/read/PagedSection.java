package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.call.WorkerPager;
import dev.tenure.workday.internal.wire.WorkersAnswer;
import dev.tenure.workday.internal.wire.WorkersQuery;
import java.util.Optional;
import java.util.OptionalLong;

/** A question whose answer comes in pages. */
final class PagedSection implements Section {

    private final WorkerPager pager;

    PagedSection(HumanResources service, WorkersQuery query, boolean ahead) {
        this.pager = new WorkerPager(service, query, ahead);
    }

    @Override
    public Optional<Batch> next() {
        return pager.next().map(PagedSection::batch);
    }

    @Override
    public void close() {
        pager.close();
    }

    private static Batch batch(WorkersAnswer answer) {
        Long total = answer.page().totalResults();
        return new Batch(answer.workers(), total == null ? OptionalLong.empty() : OptionalLong.of(total));
    }
}
