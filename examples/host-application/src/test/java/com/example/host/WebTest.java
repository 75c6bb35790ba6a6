package com.example.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.workday.WorkdayNotifications;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others get when something is wrong within. */
final class WebTest {

    private final Settings settings = Settings.of(Map.of("http.port", "0"), Map.of());
    private final WorkdayNotifications notifications = WorkdayNotifications.of("workday", "secret");

    @Test
    void saysDown_whenItCannotTell() throws Exception {
        try (Web web = new Web(settings, WebTest::noHealth, WebTest::noMetrics, notifications, workers -> {})) {
            assertEquals(503, status(web, "GET", "/health"));
            assertEquals(503, status(web, "GET", "/metrics"));
        }
    }

    @Test
    void refusesOtherMethods() throws Exception {
        try (Web web = new Web(settings, WebTest::noHealth, () -> "", notifications, workers -> {})) {
            assertEquals(405, status(web, "POST", "/health"));
            assertEquals(405, status(web, "GET", "/workday/notifications"));
            assertEquals(200, status(web, "GET", "/metrics"));
        }
    }

    private static Health.Report noHealth() {
        throw new IllegalStateException("the database is gone");
    }

    private static String noMetrics() {
        throw new IllegalStateException("the database is gone");
    }

    private static int status(Web web, String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
