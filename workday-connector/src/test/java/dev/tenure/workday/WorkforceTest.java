package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.simulators.workday.Workforce;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** The made-up company is as large on the wire as real ones. */
final class WorkforceTest {

    private static final int PEOPLE = 200;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final AtomicLong bytes = new AtomicLong();

    @Test
    void aRecordWithEveryBlockHasSome13Kilobytes() {
        try (WorkdaySimulator workday = WorkdaySimulator.builder(clock).start()) {
            Workforce.of(PEOPLE).hireInto(workday);
            WorkdaySource source = WorkdaySource.builder(workday.endpoint())
                    .credentials(workday.user(), workday.password())
                    .fieldOverrides("Tenure_Field_Overrides")
                    .client(new OkHttpClient.Builder()
                            .addInterceptor(this::count)
                            .build())
                    .clock(clock)
                    .build();

            List<Worker> workers = Reading.workers(source, new WorkerQuery.All(Optional.empty()));

            assertThat(workers).hasSize(PEOPLE);
            assertThat(workers.get(PEOPLE - 1).attributes().names()).hasSizeGreaterThan(20);
            assertThat(bytes.get() / PEOPLE).isBetween(12_000L, 15_000L);
        }
    }

    private Response count(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        bytes.addAndGet(response.peekBody(64L << 20).bytes().length);
        return response;
    }
}
