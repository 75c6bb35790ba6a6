package dev.tenure.simulators.okta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OktaSimulatorTest {

    private static final String LOGIN = "isaac.brock@example.com";

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final InstantSource clock = () -> now;
    private final HttpClient client = HttpClient.newHttpClient();
    private OktaSimulator okta = OktaSimulator.builder(clock).start();

    @AfterEach
    void stop() {
        okta.close();
    }

    private void restart(OktaSimulatorBuilder other) {
        okta.close();
        okta = other.start();
    }

    private static Map<String, Object> profile(String login) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("login", login);
        profile.put("email", login);
        profile.put("firstName", "Isaac");
        profile.put("lastName", "Brock");
        return profile;
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(okta.url() + "/api/v1" + path))
                .header("Authorization", "SSWS " + okta.token())
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private int status(String method, String path) throws Exception {
        return call(method, path, "").statusCode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String id() {
        return okta.user(LOGIN).orElseThrow().id();
    }

    @Test
    void aLoginThatDiffersInCaseOrDiacritics_isTaken() throws Exception {
        okta.addUser(profile("isaac@example.com"), UserStatus.DEPROVISIONED);
        HttpResponse<String> answer = call(
                "POST",
                "/users",
                "{\"profile\":{\"login\":\"ISÁÀC@example.com\",\"email\":\"x@example.com\",\"firstName\":\"I\",\"lastName\":\"B\"}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("E0000001", "login: An object with this field already exists");
    }

    @Test
    void requiredAttributesAndLimits_areChecked() throws Exception {
        HttpResponse<String> answer = call(
                "POST",
                "/users",
                "{\"profile\":{\"login\":\"x@example.com\",\"email\":\"nobody\",\"countryCode\":\"AUT\"}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("firstName: The field cannot be left blank")
                .contains("email: Does not match required pattern")
                .contains("countryCode: String is too long");
        assertThat(okta.size()).isZero();
        assertThat(call("POST", "/users", "{").body()).contains("E0000003");
    }

    @Test
    void statuses_moveOnlyAsDocumented() throws Exception {
        okta.addUser(profile(LOGIN), UserStatus.STAGED);
        String lifecycle = "/users/" + id() + "/lifecycle/";
        assertThat(call("POST", lifecycle + "suspend", "").body()).contains("E0000038");
        assertThat(call("POST", lifecycle + "activate?sendEmail=false", "").body())
                .contains("activationUrl");
        assertThat(okta.user(LOGIN).orElseThrow().status()).isEqualTo(UserStatus.PROVISIONED);
        assertThat(call("POST", lifecycle + "activate", "").body()).contains("E0000016");
        assertThat(status("POST", lifecycle + "reactivate")).isEqualTo(200);
        okta.setStatus(LOGIN, UserStatus.ACTIVE);
        assertThat(status("POST", lifecycle + "suspend")).isEqualTo(200);
        assertThat(status("POST", lifecycle + "suspend")).isEqualTo(403);
        assertThat(status("POST", lifecycle + "unsuspend")).isEqualTo(200);
        assertThat(status("POST", lifecycle + "deactivate")).isEqualTo(200);
        assertThat(call("POST", lifecycle + "deactivate", "").body()).contains("E0000007");
        assertThat(call("POST", "/users/" + id(), "{\"profile\":{\"title\":\"x\"}}")
                        .body())
                .contains("E0000007");
        assertThat(status("DELETE", "/users/" + id())).isEqualTo(204);
        assertThat(okta.size()).isZero();
    }

    @Test
    void changesOfStatus_takeTheirTime() throws Exception {
        restart(OktaSimulator.builder(clock).transitionDelay(Duration.ofSeconds(10)));
        okta.addUser(profile(LOGIN), UserStatus.ACTIVE);
        String path = "/users/" + id();
        call("POST", path + "/lifecycle/deactivate", "");
        assertThat(call("GET", path, "").body()).contains("\"status\":\"ACTIVE\"", "transitioningToStatus");
        assertThat(call("POST", path, "{\"profile\":{\"title\":\"x\"}}").body()).contains("E0000112");
        now = now.plusSeconds(10);
        assertThat(call("GET", path, "").body())
                .contains("\"status\":\"DEPROVISIONED\"")
                .doesNotContain("transitioning");
    }

    @Test
    void searches_lagBehind_andFiltersDoNot() throws Exception {
        restart(OktaSimulator.builder(clock).searchLag(Duration.ofSeconds(30)));
        okta.addUser(profile(LOGIN), UserStatus.ACTIVE);
        String search = "/users?search=" + encoded("profile.login eq \"" + LOGIN + "\"");
        String filter = "/users?filter=" + encoded("profile.login eq \"" + LOGIN + "\"");
        assertThat(call("GET", search, "").body()).isEqualTo("[]");
        assertThat(call("GET", filter, "").body()).contains(LOGIN);
        now = now.plusSeconds(30);
        assertThat(call("GET", search, "").body()).contains(LOGIN);
        okta.setAttribute(LOGIN, "login", "other@example.com");
        assertThat(call("GET", search, "").body()).contains("other@example.com");
        assertThat(call("GET", filter, "").body()).isEqualTo("[]");
        now = now.plusSeconds(30);
        assertThat(call("GET", search, "").body()).isEqualTo("[]");
    }

    @Test
    void expressionsThatAreNone_areRefused() throws Exception {
        for (String bad : List.of(
                "", "login eq", "profile.title eq \"x\"", "profile.login sw \"x\"", "id eq \"x\" or", "(id eq \"x\"")) {
            assertThat(call("GET", "/users?filter=" + encoded(bad), "").body())
                    .as(bad)
                    .contains("E0000031");
        }
        assertThat(call("GET", "/users?filter=x&search=y", "").body()).contains("E0000033");
    }

    @Test
    void listings_leaveOutDeactivatedUsers_unlessAsked() throws Exception {
        okta.addUser(profile(LOGIN), UserStatus.DEPROVISIONED);
        assertThat(call("GET", "/users", "").body()).isEqualTo("[]");
        assertThat(call("GET", "/users?q=isaac", "").body()).isEqualTo("[]");
        assertThat(call("GET", "/users?filter=" + encoded("status eq \"DEPROVISIONED\""), "")
                        .body())
                .contains(LOGIN);
    }

    @Test
    void pages_haveLinks() throws Exception {
        for (int i = 0; i < 5; i++) {
            okta.addUser(profile("person" + i + "@example.com"), UserStatus.ACTIVE);
        }
        String path = "/users?limit=2";
        int pages = 0;
        for (Optional<String> next = Optional.of(path); next.isPresent(); pages++) {
            HttpResponse<String> answer = call("GET", next.get(), "");
            List<String> links = answer.headers().allValues("Link");
            assertThat(links.get(0)).contains("rel=\"self\"");
            next = links.stream()
                    .filter(link -> link.contains("rel=\"next\""))
                    .map(link -> link.substring(link.indexOf("/users"), link.indexOf('>')))
                    .findFirst();
        }
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void limits_areAnnouncedAndEnforced() throws Exception {
        okta.limits(RateLimits.free());
        for (int i = 0; i < 100; i++) {
            assertThat(status("GET", "/users")).isEqualTo(200);
        }
        HttpResponse<String> answer = call("GET", "/users", "");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("E0000047");
        assertThat(answer.headers().firstValue("X-Rate-Limit-Remaining")).contains("0");
        assertThat(answer.headers().firstValue("X-Rate-Limit-Reset"))
                .contains(Long.toString(now.plusSeconds(60).getEpochSecond()));
        assertThat(status("GET", "/groups")).isEqualTo(200);
        now = now.plusSeconds(60);
        assertThat(status("GET", "/users")).isEqualTo(200);
        assertThat(okta.rateLimited()).isEqualTo(1);
    }

    @Test
    void whoHasNoToken_isRefused() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(okta.url() + "/api/v1/users")).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("E0000011");
    }

    @Test
    void unknownPathsAndMethods_areRefused() throws Exception {
        assertThat(status("GET", "/nothing")).isEqualTo(404);
        assertThat(status("PATCH", "/users")).isEqualTo(405);
    }

    @Test
    void faults_comeAsOftenAsTold() throws Exception {
        okta.failNext("GET /users", 2, Fault.error(500, "E0000009"));
        okta.failNext("*", 1, Fault.unavailable(Duration.ofSeconds(9)));
        assertThat(status("GET", "/users")).isEqualTo(500);
        assertThat(status("GET", "/users")).isEqualTo(500);
        HttpResponse<String> answer = call("GET", "/users", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("9");
        assertThat(status("GET", "/users")).isEqualTo(200);
    }

    @Test
    void groupsOfApplications_areNotTouched() throws Exception {
        String group = okta.addGroup("Sales", "APP_GROUP");
        okta.addUser(profile(LOGIN), UserStatus.ACTIVE);
        assertThat(status("PUT", "/groups/" + group + "/users/" + id())).isEqualTo(403);
        assertThat(status("DELETE", "/groups/" + group)).isEqualTo(403);
    }

    /** Not a measurement: it fails when something became quadratic. */
    @Test
    void twentyThousandUsers_areNoBurden() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            okta.addUser(profile("person" + i + "@example.com"), UserStatus.ACTIVE);
        }
        for (int i = 0; i < 2_000; i++) {
            String filter = encoded("profile.login eq \"person" + i * 7 + "@example.com\"");
            assertThat(status("GET", "/users?filter=" + filter)).isEqualTo(200);
        }
        assertThat(okta.callCount()).isEqualTo(2_000);
    }
}
