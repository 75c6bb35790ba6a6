package dev.tenure.benchmarks.workday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryTenantTest {

    @Test
    void theSource_readsEveryWorker_withOneCallForAPage() {
        MemoryTenant tenant = MemoryTenant.writing(25, 10);

        List<Worker> workers = read(tenant);

        assertThat(workers)
                .extracting(worker -> worker.ref().id())
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith("1000000");
        assertThat(tenant.calls("Get_Workers")).isEqualTo(tenant.pageCount()).isEqualTo(3);
    }

    @Test
    void aWorker_isAsLargeAsInAFullResponse_andHasWhatTheDefaultMappingAsksFor() {
        MemoryTenant tenant = MemoryTenant.keeping(200, 200);

        Worker worker = read(tenant).get(7);

        assertThat(tenant.page(1).length / 200).isBetween(12_000, 15_000);
        assertThat(worker.attributes().text("userName")).hasValue("lena.1000007");
        assertThat(worker.attributes().text("managerUserName")).hasValue("jordan.1000000");
        assertThat(worker.attributes().text("businessUnit")).isPresent();
        assertThat(worker.employment().preferredTimeZone()).hasValue("Australia/Sydney");
        assertThat(worker.employment().locationTimeZone()).hasValue("America/Los_Angeles");
        assertThat(worker.groups().orElseThrow()).hasSize(2);
    }

    @Test
    void theCursor_walksOverTheSameElementsForEachWorker() throws Exception {
        BareCursor cursor = new BareCursor();

        long one = cursor.drain(MemoryTenant.keeping(1, 200).page(1));
        long three = cursor.drain(MemoryTenant.keeping(3, 200).page(1));
        long two = cursor.drain(MemoryTenant.keeping(2, 200).page(1));

        assertThat(three - two).isEqualTo(two - one).isGreaterThan(200);
    }

    private static List<Worker> read(MemoryTenant tenant) {
        List<Worker> workers = new ArrayList<>();
        try (WorkerPages pages = tenant.source().read(new WorkerQuery.All(Optional.empty()))) {
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                assertThat(page.get().unreadable()).isEmpty();
                workers.addAll(page.get().workers());
            }
        }
        return workers;
    }
}
