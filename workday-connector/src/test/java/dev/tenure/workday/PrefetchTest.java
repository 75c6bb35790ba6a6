package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.http.CallEvent;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The next page is on its way while one is used. */
@Timeout(60)
final class PrefetchTest {

    private static final WorkerQuery ALL = new WorkerQuery.All(Optional.empty());

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday =
            WorkdaySimulator.builder(clock).bearerToken("the-token").start();

    @BeforeEach
    void hire() {
        for (int i = 0; i < 20; i++) {
            workday.hire(
                    Integer.toString(i),
                    LocalDate.of(2024, 1, 8),
                    edit -> edit.name("First", "Last").userName("u"));
        }
    }

    @AfterEach
    void stop() {
        workday.close();
    }

    @Test
    void theNextPageArrives_beforeItIsAskedFor_andNoneBeyondIt() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        WorkdaySource source = source().listener(event -> {
                    if (event.operation().equals("get workers")) {
                        second.countDown();
                    }
                })
                .build();
        try (WorkerPages pages = source.read(ALL)) {
            assertThat(pages.next().orElseThrow().workers()).hasSize(4);
            assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(workday.calls("Get_Workers")).isEqualTo(2);
            int found = 4;
            for (var page = pages.next(); page.isPresent(); page = pages.next()) {
                found += page.get().workers().size();
            }
            assertThat(found).isEqualTo(20);
        }
        assertThat(workday.calls("Get_Workers")).isEqualTo(5);
    }

    @Test
    void aTokenThatCannotBeHadAhead_costsNoPage() {
        AtomicInteger asked = new AtomicInteger();
        WorkdaySource source = source().bearer(() -> {
                    if (asked.incrementAndGet() == 3) {
                        throw new IllegalStateException("no token now");
                    }
                    return "the-token";
                })
                .build();
        assertThat(Reading.workers(source, ALL)).hasSize(20);
        assertThat(asked).hasValueGreaterThan(3);
    }

    @Test
    void noToken_isSaidAndNotSent() {
        WorkdaySource source = source().bearer(() -> " ").build();
        assertThatThrownBy(() -> Reading.workers(source, ALL))
                .isInstanceOf(CredentialsRejected.class)
                .hasMessageContaining("the token supplier gave no token");
        assertThat(workday.calls("Get_Workers")).isZero();
    }

    @Test
    void switchedOff_nothingIsAskedForAhead() {
        WorkdaySource source = source().prefetch(false).build();
        try (WorkerPages pages = source.read(ALL)) {
            pages.next();
            assertThat(workday.calls("Get_Workers")).isEqualTo(1);
        }
    }

    @Test
    void oneCallAtATime_isEnough() {
        assertThat(Reading.workers(source().maxConcurrency(1).build(), ALL)).hasSize(20);
    }

    @Test
    void aReadThatIsClosedEarly_leavesNothingBehind() throws Exception {
        List<CallEvent> events = new CopyOnWriteArrayList<>();
        OkHttpClient client = new OkHttpClient();
        WorkdaySource source =
                source().client(client).maxConcurrency(1).listener(events::add).build();
        for (int i = 0; i < 30; i++) {
            try (WorkerPages pages = source.read(ALL)) {
                pages.next();
            }
        }
        assertThat(Reading.workers(source, ALL)).hasSize(20);
        client.dispatcher().executorService().shutdown();
        assertThat(client.dispatcher().executorService().awaitTermination(30, TimeUnit.SECONDS))
                .isTrue();
        assertThat(client.dispatcher().runningCallsCount()).isZero();
        assertThat(client.connectionPool().connectionCount())
                .isEqualTo(client.connectionPool().idleConnectionCount());
    }

    private WorkdaySourceBuilder source() {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .groups(false)
                .pageSize(4)
                .clock(clock);
    }
}
