package dev.tenure.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.WorkerRef;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.workday.DepartmentField;
import dev.tenure.workday.WorkdayNotifications;
import dev.tenure.workday.WorkdayReport;
import dev.tenure.workday.WorkdaySource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The samples of workday.md. */
class WorkdaySamplesTest {

    private interface Tokens {
        String current();
    }

    static WorkdaySource source(String user, String password) {
        // sample workday-source
        WorkdaySource workday = WorkdaySource.builder("https://wd3-impl-services1.workday.com/ccx/service/contoso")
                .credentials(user, password) // or .bearer(tokens::current)
                .departmentFrom(DepartmentField.COST_CENTER)
                .fieldOverrides("Tenure_Field_Overrides")
                .writeBack(Set.of(ContactField.WORK_EMAIL, ContactField.WORK_PHONE))
                .build();
        // end
        return workday;
    }

    @Test
    void theSourceOfTheSample_hasWhatItSays() {
        Tokens tokens = () -> "token";
        assertThat(source("ISU_Tenure", "secret").writeBack().orElseThrow().fields())
                .hasSize(2);
        assertThat(WorkdaySource.builder("https://wd3-impl-services1.workday.com/ccx/service/contoso")
                        .bearer(tokens::current)
                        .build())
                .hasToString("WorkdaySource[workday]");
    }

    @Test
    void theReportOfTheSample_hasWhatItSays() {
        // sample workday-report
        WorkdayReport badges = WorkdayReport.of("lmcneil", "Badges and Floors")
                .withColumn("Badge", "badge")
                .withColumn("Floor", "integer:floor")
                .withWorkerPrompt("Worker!Employee_ID");
        // end
        assertThat(badges.columns()).containsEntry("Floor", "integer:floor");
        assertThat(badges.name()).isEqualTo("Badges_and_Floors");
    }

    // sample workday-notifications
    /** Takes Workday's notifications. Whoever made the server stops it. */
    record NotificationEndpoint(WorkdayNotifications notifications, Consumer<Set<String>> handOn)
            implements HttpHandler {

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            try (exchange) {
                WorkdayNotifications.Receipt receipt = notifications.receive(
                        header(exchange, "Authorization"), header(exchange, "Content-Type"), exchange.getRequestBody());
                if (receipt.accepted()) {
                    handOn.accept(receipt.workers()); // to a thread of the host's: it calls engine.realTime
                }
                byte[] body = receipt.body().getBytes(StandardCharsets.UTF_8);
                receipt.contentType()
                        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
                exchange.sendResponseHeaders(receipt.status(), body.length == 0 ? -1 : body.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }

        private static Optional<String> header(HttpExchange exchange, String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
        }
    }
    // end

    @Test
    void aNotification_closesTheAccountOfWhoWasTerminated() throws Exception {
        SettableClock clock = SettableClock.at("2026-03-02T18:00:00Z");
        ExecutorService imports = Executors.newSingleThreadExecutor();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (WorkdaySimulator workday = WorkdaySimulator.builder(clock).start()) {
            workday.hire(
                    "100",
                    LocalDate.of(2024, 1, 8),
                    worker -> worker.name("Jo", "Álvarez")
                            .userName("jo@example.com")
                            .email("jo@example.com"));
            InMemoryTarget okta = InMemoryTarget.named("okta");
            LifecycleEngine engine = engine(workday, okta, clock);
            engine.run(ImportKind.FULL);
            NotificationEndpoint endpoint = new NotificationEndpoint(
                    WorkdayNotifications.of("tenure", "a long password"),
                    ids -> imports.execute(() -> engine.realTime(
                            ids.stream().map(id -> new WorkerRef("workday", id)).toList())));
            server.createContext("/workday", endpoint);
            server.start();
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/workday";

            workday.terminate("100", Termination.on(LocalDate.of(2026, 2, 27)));
            workday.notifyTo(url, "tenure", "a forged password");
            assertThat(workday.notifyOf("100", "Terminate Employee")).isEqualTo(401);
            workday.notifyTo(url, "tenure", "a long password");
            assertThat(workday.notifyOf("100", "Terminate Employee")).isEqualTo(200);
            assertThat(workday.notifyOf("100", "Terminate Employee")).isEqualTo(200);

            imports.shutdown();
            assertThat(imports.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(statuses(okta)).containsExactly(AccountStatus.DEACTIVATED);
        } finally {
            imports.shutdownNow();
            server.stop(0);
        }
    }

    private static LifecycleEngine engine(WorkdaySimulator workday, InMemoryTarget okta, SettableClock clock) {
        return LifecycleEngine.builder()
                .source(WorkdaySource.builder(workday.endpoint())
                        .credentials(workday.user(), workday.password())
                        .clock(clock)
                        .build())
                .target(okta)
                .store(new InMemoryStore())
                .clock(clock)
                .build();
    }

    private static List<AccountStatus> statuses(InMemoryTarget target) {
        return target.all().stream().map(account -> account.status()).toList();
    }
}
