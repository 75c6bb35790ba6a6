package dev.tenure.simulators.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScimSimulatorTest {

    private static final String PATCH =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[%s]}";

    private final HttpClient client = HttpClient.newHttpClient();
    private ScimSimulator service =
            ScimSimulator.builder(() -> Instant.parse("2026-03-02T10:00:00Z")).start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aUser_isMadeOnce_andFoundWhateverItsCase() throws Exception {
        String ann =
                "{\"userName\":\"Ann@x.test\",\"shoeSize\":42,\"emails\":[{\"value\":\"a@x.test\",\"type\":\"work\"}]}";
        HttpResponse<String> made = call("POST", "/Users", ann);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("\"version\"").doesNotContain("shoeSize");
        assertThat(call("POST", "/Users", ann.replace("Ann", "ANN")).body())
                .contains("\"scimType\":\"uniqueness\"")
                .contains("\"status\":\"409\"");
        assertThat(found("userName eq \"ann@X.test\"")).isEqualTo(1);
        assertThat(found("emails[type eq \"work\" and value sw \"a@\"]")).isEqualTo(1);
        assertThat(found("emails.value eq \"b@x.test\" or not (userName pr)")).isZero();
        assertThat(call("GET", "/Users?filter=" + encoded("nope eq \"x\""), "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPatch_isAtomic() throws Exception {
        String id = service.addUser(Map.of("userName", "ann@x.test")).id();
        String operations =
                "{\"op\":\"Add\",\"path\":\"nickName\",\"value\":\"half\"},{\"op\":\"replace\",\"path\":\"shoeSize\",\"value\":1}";
        assertThat(call("PATCH", "/Users/" + id, String.format(PATCH, operations))
                        .body())
                .contains("invalidPath");
        assertThat(service.user(id).orElseThrow().text("nickName")).isEmpty();
        operations = "{\"op\":\"replace\",\"value\":{\"active\":false,\"name\":{\"givenName\":\"Ann\"}}}";
        assertThat(call("PATCH", "/Users/" + id, String.format(PATCH, operations))
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.user(id).orElseThrow().active()).isFalse();
        assertThat(service.user(id).orElseThrow().text("name", "givenName")).contains("Ann");
        assertThat(call("PATCH", "/Users/" + id, "{\"operations\":[]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void members_areStoredAsSent_twiceAndUnknown() throws Exception {
        String id = service.addGroup("Staff");
        String ann = service.addUser(Map.of("userName", "ann@x.test")).id();
        String add = "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + ann + "\"}]}";
        call("PATCH", "/Groups/" + id, String.format(PATCH, add + "," + add));
        assertThat(service.groups()).containsEntry("Staff", List.of("ann@x.test", "ann@x.test"));
        String remove = "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + ann + "\\\"]\"}";
        call("PATCH", "/Groups/" + id, String.format(PATCH, remove));
        assertThat(service.groups()).containsEntry("Staff", List.of());
    }

    @Test
    void versions_areCheckedWhereTheyAreAnnounced() throws Exception {
        service.close();
        service = ScimSimulator.builder(() -> Instant.EPOCH).versions().start();
        String id = service.addUser(Map.of("userName", "ann@x.test")).id();
        String body = "{\"userName\":\"ann@x.test\",\"title\":\"x\"}";
        assertThat(send("PUT", "/Users/" + id, body, "W/\"7\"").statusCode()).isEqualTo(412);
        assertThat(send("PUT", "/Users/" + id, body, "W/\"1\"").statusCode()).isEqualTo(200);
    }

    @Test
    void bulk_resolvesIdsOfTheSameCall_andAnswersEachByItself() throws Exception {
        service.close();
        service = ScimSimulator.builder(() -> Instant.EPOCH).bulk(3).start();
        String user =
                "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":{\"userName\":\"ann@x.test\"}}";
        String group = "{\"method\":\"POST\",\"path\":\"/Groups\",\"data\":{\"displayName\":\"Staff\","
                + "\"members\":[{\"value\":\"bulkId:a\"}]}}";
        HttpResponse<String> answer =
                call("POST", "/Bulk", "{\"Operations\":[" + user + "," + group + "," + user + "]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"201\"").contains("\"status\":\"409\"");
        assertThat(service.groups()).containsEntry("Staff", List.of("ann@x.test"));
        assertThat(call("POST", "/Bulk", "{\"Operations\":[1,2,3,4]}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void pages_areByIndexOrByCursor() throws Exception {
        service.close();
        service = ScimSimulator.builder(() -> Instant.EPOCH)
                .cursors()
                .largestPage(2)
                .start();
        for (int i = 0; i < 3; i++) {
            service.addUser(Map.of("userName", "user" + i));
        }
        assertThat(call("GET", "/Users?startIndex=3&count=50", "").body())
                .contains("\"itemsPerPage\":1")
                .contains("user2");
        String first = call("GET", "/Users?cursor=&count=2", "").body();
        String cursor = first.replaceAll("(?s).*\"nextCursor\":\"([^\"]*)\".*", "$1");
        assertThat(call("GET", "/Users?cursor=" + cursor, "").body())
                .contains("user2")
                .doesNotContain("nextCursor");
        service.expireCursors();
        assertThat(call("GET", "/Users?cursor=" + cursor, "").body()).contains("expiredCursor");
    }

    @Test
    void faults_comeWhenTheyAreAnnounced() throws Exception {
        service.failNext("GET /Users", 1, Fault.tooManyRequests(Duration.ofSeconds(7)));
        HttpResponse<String> refused = call("GET", "/Users", "");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        assertThat(call("GET", "/Users", "").statusCode()).isEqualTo(200);
        service.failNext("*", 1, Fault.garbage());
        assertThat(call("GET", "/Schemas", "").body()).contains("<html>");
        assertThat(service.errors()).isEqualTo(1);
    }

    private int found(String filter) throws Exception {
        String body = call("GET", "/Users?filter=" + encoded(filter), "").body();
        return Integer.parseInt(body.replaceAll("(?s).*\"totalResults\":([0-9]+).*", "$1"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return send(method, path, body, "");
    }

    private HttpResponse<String> send(String method, String path, String body, String version) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", "Bearer " + service.token())
                .header("Content-Type", "application/scim+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!version.isEmpty()) {
            request.header("If-Match", version);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
