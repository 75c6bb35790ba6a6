package com.example.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.tenure.workday.WorkdayNotifications;
import dev.tenure.workday.WorkdayNotifications.Receipt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What others call: {@code GET /health}, {@code GET /metrics} and {@code POST /workday/notifications}. Listens on loopback
 * unless told otherwise: it speaks HTTP, so that something that speaks TLS stands before it.
 */
final class Web implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Web.class);
    private static final int THREADS = 4;
    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;
    private final WorkdayNotifications notifications;
    private final Consumer<Set<String>> readNow;

    Web(
            Settings settings,
            Supplier<Health.Report> health,
            Supplier<String> metrics,
            WorkdayNotifications notifications,
            Consumer<Set<String>> readNow)
            throws IOException {
        this.notifications = notifications;
        this.readNow = readNow;
        this.server = HttpServer.create(
                new InetSocketAddress(settings.text("http.address", "127.0.0.1"), settings.number("http.port", 8080)),
                0);
        server.setExecutor(threads);
        server.createContext("/health", only("GET", exchange -> {
            Health.Report report = health.get();
            answer(exchange, report.up() ? OK : UNAVAILABLE, "application/json", report.json());
        }));
        server.createContext(
                "/metrics",
                only(
                        "GET",
                        exchange -> answer(exchange, OK, "text/plain; version=0.0.4; charset=utf-8", metrics.get())));
        server.createContext("/workday/notifications", only("POST", this::notified));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Says yes only when it is written down what is to be read: Workday sends again what was not taken. */
    private void notified(HttpExchange exchange) throws IOException {
        Receipt receipt = notifications.receive(
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")),
                exchange.getRequestBody());
        readNow.accept(receipt.workers());
        answer(exchange, receipt.status(), receipt.contentType().orElse("text/plain"), receipt.body());
    }

    private static HttpHandler only(String method, HttpHandler handler) {
        return exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals(method)) {
                    handled(exchange, handler);
                } else {
                    answer(exchange, METHOD_NOT_ALLOWED, "text/plain", "");
                }
            }
        };
    }

    private static void handled(HttpExchange exchange, HttpHandler handler) throws IOException {
        try {
            handler.handle(exchange);
        } catch (RuntimeException problem) {
            LOG.atError()
                    .addKeyValue("event", "request.failed")
                    .addKeyValue("path", exchange.getHttpContext().getPath())
                    .setCause(problem)
                    .log("A request failed");
            answer(exchange, UNAVAILABLE, "text/plain", "");
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
    }
}
