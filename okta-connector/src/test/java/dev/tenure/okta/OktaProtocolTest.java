package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.http.CallEvent;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.AccountPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no simulator gives, and what each documented error means. */
@Timeout(60)
class OktaProtocolTest {

    private static final AccountRef REF = new AccountRef("okta", "00u1");
    private static final String PERSONAL = "Aïcha +1 555 0100 aicha@example.com";
    private static final String USER =
            "{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"profile\":{\"login\":\"a@example.com\"}}";

    private final ManualTime time = new ManualTime();
    private final MockWebServer server = new MockWebServer();
    private final List<CallEvent> events = new ArrayList<>();
    private OktaTarget target =
            OktaTarget.builder("https://example.okta.com").token("x").build();

    @BeforeEach
    void start() throws Exception {
        server.start();
        target = OktaTarget.builder(server.url("/").toString())
                .token("the-token")
                .clock(time)
                .waiter(time)
                .pageSize(2)
                .listener(events::add)
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void enqueue(int status, String body, String... headers) {
        server.enqueue(new MockResponse(status, Headers.of(headers), body));
    }

    private static String error(String code, String cause) {
        return "{\"errorCode\":\"" + code + "\",\"errorSummary\":\"Api validation failed: " + PERSONAL
                + "\",\"errorLink\":\"" + code + "\",\"errorId\":\"oae123\",\"errorCauses\":[{\"errorSummary\":\""
                + cause
                + "\"}]}";
    }

    private ConnectorException updateFails() {
        try {
            target.update(REF, new AttributeDelta(Map.of("title", AttributeValue.of("x"))));
        } catch (ConnectorException e) {
            assertThat(e.system()).isEqualTo("okta");
            assertThat(e.getMessage()).doesNotContain("Aïcha", "555", "aicha@", "the-token");
            return e;
        }
        throw new AssertionError("the update succeeded");
    }

    private ConnectorException readFails() {
        try {
            target.find(List.of(AccountKey.of("login", "a@example.com")));
        } catch (ConnectorException e) {
            assertThat(e.getMessage()).doesNotContain("Aïcha", "555", "aicha@", "the-token");
            return e;
        }
        throw new AssertionError("the read succeeded");
    }

    @ParameterizedTest
    @CsvSource({
        "400, E0000001, INVALID_VALUE",
        "400, E0000003, PROTOCOL_VIOLATION",
        "401, E0000004, CREDENTIALS_REJECTED",
        "403, E0000005, CREDENTIALS_REJECTED",
        "403, E0000006, PERMISSION_MISSING",
        "500, E0000009, RETRY_LATER",
        "503, E0000010, RETRY_LATER",
        "401, E0000011, CREDENTIALS_REJECTED",
        "403, E0000014, INVALID_VALUE",
        "401, E0000015, CREDENTIALS_REJECTED",
        "403, E0000016, INVALID_VALUE",
        "405, E0000022, PROTOCOL_VIOLATION",
        "403, E0000023, INVALID_VALUE",
        "400, E0000031, PROTOCOL_VIOLATION",
        "400, E0000033, PROTOCOL_VIOLATION",
        "403, E0000038, INVALID_VALUE",
        "429, E0000047, RETRY_LATER",
        "409, E0000055, CONFLICT",
        "409, E0000062, CONFLICT",
        "403, E0000075, INVALID_VALUE",
        "405, E0000076, INVALID_VALUE",
        "403, E0000077, INVALID_VALUE",
        "403, E0000078, INVALID_VALUE",
        "403, E0000081, INVALID_VALUE",
        "503, E0000100, RETRY_LATER",
        "403, E0000107, INVALID_VALUE",
        "409, E0000108, CONFLICT",
        "429, E0000109, RETRY_LATER",
        "403, E0000111, INVALID_VALUE",
        "409, E0000112, RETRY_LATER",
        "403, E0000117, INVALID_VALUE",
        "429, E0000118, RETRY_LATER",
        "400, E0009999, INVALID_VALUE",
        "401, E0009999, CREDENTIALS_REJECTED",
        "403, E0009999, PERMISSION_MISSING",
        "409, E0009999, CONFLICT",
        "418, E0009999, PROTOCOL_VIOLATION",
        "502, E0009999, RETRY_LATER"
    })
    void everyDocumentedError_isOfItsKind_andNamesItsCode(int status, String code, FailureKind kind) {
        enqueue(status, error(code, "something about " + PERSONAL));
        ConnectorException failure = updateFails();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure)
                .hasMessageContaining("00u1")
                .hasMessageContaining(code)
                .hasMessageContaining("oae123");
        assertThat(failure.getMessage()).startsWith("Okta refused update of user 00u1: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 409, 429, 500, 502, 503, 504})
    void anErrorThatIsNotOktas_isNamedByItsStatus(int status) {
        enqueue(status, "<html>" + PERSONAL + "</html>");
        assertThat(updateFails()).hasMessageContaining("HTTP " + status);
    }

    @Test
    void aTakenLogin_isAConflict() {
        enqueue(400, error("E0000001", "login: An object with this field already exists in the current organization"));
        assertThatThrownBy(() -> target.create(People.account("a@example.com")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.attribute()).contains("login"));
    }

    /** Both codes stand in Okta's list, and nothing says which one comes. */
    @ParameterizedTest
    @CsvSource({"400, E0000001", "409, E0000055"})
    void aTakenNameOfAGroup_isAConflict(int status, String code) {
        enqueue(status, error(code, "name: An object with this field already exists in the current organization"));
        assertThatThrownBy(() -> target.groups().orElseThrow().create("Staff"))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.attribute()).contains("name"));
    }

    @Test
    void anAttributeThatWasNotSent_isNotNamed() {
        enqueue(400, error("E0000001", "Aïcha: is not a valid name"));
        assertThat(updateFails()).hasMessageContaining("a value is not valid");
    }

    @Test
    void aQuotaRefusal_namesWhenTheWindowOpens_byOurClock() {
        enqueue(
                429,
                error("E0000047", ""),
                "Date",
                "Mon, 02 Mar 2026 10:10:00 GMT",
                "X-Rate-Limit-Limit",
                "600",
                "X-Rate-Limit-Remaining",
                "0",
                "X-Rate-Limit-Reset",
                Long.toString(ManualTime.START.plusSeconds(600 + 25).getEpochSecond()));
        assertThat(((RetryLater) updateFails()).notBefore()).contains(ManualTime.START.plusSeconds(26));
    }

    @Test
    void aCrowdingRefusal_isForAMomentLater() {
        enqueue(
                429,
                error("E0000047", ""),
                "X-Rate-Limit-Limit",
                "0",
                "X-Rate-Limit-Remaining",
                "0",
                "X-Rate-Limit-Reset",
                Long.toString(ManualTime.START.plusSeconds(120).getEpochSecond()));
        assertThat(((RetryLater) updateFails()).notBefore()).contains(ManualTime.START.plusSeconds(1));
    }

    @Test
    void retryAfter_isHonoured() {
        enqueue(503, error("E0000010", ""), "Retry-After", "17");
        assertThat(((RetryLater) updateFails()).notBefore()).contains(ManualTime.START.plusSeconds(17));
    }

    @Test
    void limitHeadersThatComeTwice_breakNothing_andTheLargerCounts() {
        String reset = Long.toString(ManualTime.START.plusSeconds(30).getEpochSecond());
        for (int i = 0; i < 40; i++) {
            enqueue(
                    200,
                    USER,
                    "X-Rate-Limit-Limit",
                    "30",
                    "X-Rate-Limit-Limit",
                    "600",
                    "X-Rate-Limit-Remaining",
                    "0",
                    "X-Rate-Limit-Remaining",
                    Integer.toString(599 - i),
                    "X-Rate-Limit-Reset",
                    reset,
                    "X-Rate-Limit-Reset",
                    reset);
        }
        for (int i = 0; i < 40; i++) {
            target.get(List.of(REF));
        }
        assertThat(time.instant()).isEqualTo(ManualTime.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "{",
                "{\"id\":\"00u1\"}",
                "{\"id\":1,\"status\":\"ACTIVE\"}",
                "{\"id\":\"\",\"status\":\"ACTIVE\",\"profile\":{}}",
                "{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"profile\":[]}",
                "{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"profile\":{\"n\":1e999999999}}",
                "{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"profile\":{}} {}",
                "<html>Please sign in</html>"
            })
    void anAnswerThatIsNoUser_isAProtocolViolation(String body) {
        enqueue(200, body);
        assertThat(updateFails()).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void aPageOfAProxy_isNotTheWordThatSomebodyWasDeactivated() {
        enqueue(200, "<html><body>sign in</body></html>");
        assertThatThrownBy(() -> target.deactivate(REF)).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void depthWithoutEnd_isAProtocolViolation() {
        enqueue(200, "[{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"x\":" + "[".repeat(1_000_000));
        assertThat(readFails()).isInstanceOf(ProtocolViolation.class);
        enqueue(200, "[{\"profile\":{\"x\":" + "[".repeat(1_000_000));
        assertThat(readFails()).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void anEndlessBody_isAProtocolViolation() {
        enqueue(200, " ".repeat(70 << 20));
        assertThat(readFails()).isInstanceOf(ProtocolViolation.class).hasMessageContaining("larger than");
    }

    @Test
    void unknownFieldsTypesAndStatuses_areTaken() {
        enqueue(
                200,
                "{\"new\":{\"deep\":[1]},\"id\":\"00u1\",\"status\":\"HIBERNATING\",\"transitioningToStatus\":null,"
                        + "\"profile\":{\"login\":\"a@example.com\",\"odd\":{\"x\":1},\"n\":2.50,\"none\":null,\"tags\":[\"a\",null]}}");
        Account account = target.get(List.of(REF)).get(0);
        assertThat(account.attributes().isRead("odd")).isFalse();
        assertThat(account.attributes().text("n")).contains("2.5");
        assertThat(account.attributes().get("none")).contains(AttributeValue.NULL);
        assertThat(account.attributes().text("tags")).contains("a");
        assertThat(account.toString()).doesNotContain("a@example.com");
    }

    @Test
    void pages_areFollowedByTheirLink_howeverItIsWritten() throws Exception {
        String next = server.url("/api/v1/users?after=opaque%2F%2B&limit=2").toString();
        enqueue(
                200,
                "[" + USER + "]",
                "Link",
                "<" + server.url("/api/v1/users") + ">; rel=\"self\"",
                "Link",
                "<" + next + ">; rel=\"next\"");
        enqueue(
                200,
                "[]",
                "Link",
                "<" + server.url("/x") + ">; rel=self, <" + server.url("/api/v1/users?after=2") + ">;rel=next");
        enqueue(200, "[]", "Link", "<" + server.url("/x") + ">; rel=\"self\"");
        try (AccountPages pages = target.accounts()) {
            assertThat(pages.next().orElseThrow()).hasSize(1);
            assertThat(pages.next().orElseThrow()).isEmpty();
            assertThat(pages.next().orElseThrow()).isEmpty();
            assertThat(pages.next()).isEmpty();
        }
        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/users?after=opaque%2F%2B&limit=2");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/users?after=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/api/v1/users?after=1",
                "http://user:password@127.0.0.1/",
                "http://127.0.0.2/api/v1/users",
                "//evil.example.com/",
                "javascript:alert(1)",
                ""
            })
    void aLinkThatLeadsAway_isNotFollowed(String link) {
        enqueue(200, "[]", "Link", "<" + link + ">; rel=\"next\"");
        assertThat(readFails()).isInstanceOf(ProtocolViolation.class).hasMessageContaining("leads away");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aPageThatRepeats_endsTheListing() {
        String again = server.url("/api/v1/users?after=1").toString();
        enqueue(200, "[]", "Link", "<" + again + ">; rel=\"next\"");
        enqueue(200, "[]", "Link", "<" + again + ">; rel=\"next\"");
        assertThat(readFails()).isInstanceOf(ProtocolViolation.class).hasMessageContaining("circle");
    }

    @Test
    void emptyPagesWithoutEnd_endTheListing() {
        for (int page = 1; page <= 200; page++) {
            String next = server.url("/api/v1/users?after=" + page).toString();
            enqueue(200, "[]", "Link", "<" + next + ">; rel=\"next\"");
        }
        assertThat(readFails()).isInstanceOf(ProtocolViolation.class).hasMessageContaining("do not end");
        assertThat(server.getRequestCount()).isLessThan(200);
    }

    @Test
    void manyKeysInAScriptOfLongBytes_fitIntoAddressesThatServersTake() throws Exception {
        List<AccountKey> keys = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            keys.add(new AccountKey(Map.of("firstName", "美咲".repeat(5) + i, "lastName", "佐藤".repeat(5))));
        }
        for (int i = 0; i < 300; i++) {
            enqueue(200, "[]");
        }
        target.find(keys);
        for (int i = server.getRequestCount(); i > 0; i--) {
            assertThat(server.takeRequest().getRequestLine().length()).isBetween(100, 7_500);
        }
        assertThat(server.getRequestCount()).isLessThan(100);
    }

    @Test
    void aConnectionCutMidPage_isForLater() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .body("[" + (USER + ",").repeat(1_000) + USER + "]")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThat(readFails()).isInstanceOf(RetryLater.class);
    }

    @Test
    void aConnectionThatBreaksAfterACreateWasSent_isNotUsedAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        enqueue(200, USER);
        assertThatThrownBy(() -> target.create(People.account("a@example.com")))
                .isInstanceOfSatisfying(
                        RetryLater.class,
                        failure -> assertThat(failure.mayHaveActed()).isTrue());
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** Okta turns calls away by their number before it looks at them; by messages, or as unavailable, it may be after that. */
    @ParameterizedTest
    @CsvSource({
        "429, E0000047, false",
        "429, '', false",
        "429, E0000118, true",
        "503, E0000010, true",
        "500, E0000009, true",
    })
    void s4_whatIsTurnedAwayByALimitOfCalls_hasDoneNothing(int status, String code, boolean mayHaveActed) {
        enqueue(status, code.isEmpty() ? "" : error(code, ""));
        assertThatThrownBy(() -> target.create(People.account("a@example.com")))
                .isInstanceOfSatisfying(
                        RetryLater.class,
                        failure -> assertThat(failure.mayHaveActed()).isEqualTo(mayHaveActed));
    }

    @Test
    void s4_whatIsNotEvenSent_hasDoneNothing() {
        server.close();
        assertThatThrownBy(() -> target.create(People.account("a@example.com")))
                .isInstanceOfSatisfying(
                        RetryLater.class,
                        failure -> assertThat(failure.mayHaveActed()).isFalse());
    }

    /** Without a mail one call makes the user and another one activates it. */
    @ParameterizedTest
    @CsvSource({"403, E0000006", "401, E0000011", "400, E0000001"})
    void s4_aUserThatWasMadeAndMayNotBeActivated_isNotForgotten(int status, String code) {
        target = OktaTarget.builder(server.url("/").toString())
                .token("the-token")
                .clock(time)
                .waiter(time)
                .activationMail(ActivationMail.NEVER)
                .build();
        String staged = USER.replace("ACTIVE", "STAGED");
        enqueue(200, staged);
        enqueue(status, error(code, ""));
        enqueue(200, staged);
        assertThatThrownBy(() -> target.create(People.account("a@example.com")))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> assertThat(failure.mayHaveActed()).isTrue())
                .hasMessageContaining(code);
    }

    @Test
    void aRedirect_isNotFollowed() {
        enqueue(302, "", "Location", "https://login.example.com/");
        assertThat(updateFails()).isInstanceOf(ProtocolViolation.class).hasMessageContaining("redirects");
    }

    @Test
    void requests_carryCredentialsAndIds_andEventsCarryNothingOfThePerson() throws Exception {
        enqueue(200, "[" + USER + "]");
        target.find(List.of(AccountKey.of("login", "a@example.com")));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("SSWS the-token");
        assertThat(request.getHeaders().get("User-Agent")).isNotBlank();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.system()).isEqualTo("okta");
            assertThat(event.operation()).isEqualTo("listing of users");
            assertThat(event.correlationId()).isEqualTo(request.getHeaders().get("X-Correlation-Id"));
            assertThat(event.duration()).isEqualTo(Duration.ZERO);
            assertThat(event.toString()).doesNotContain("example.com");
        });
        assertThat(target.toString()).doesNotContain("the-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.okta.com",
                "http://example.okta.com",
                "https://example.okta.com/api/v1",
                "https://example-admin.okta.com",
                "https://a:b@example.okta.com"
            })
    void anAddressThatIsNoOrganisations_isRefused(String org) {
        assertThatThrownBy(() -> OktaTarget.builder(org))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'org'");
    }

    @Test
    void settingsThatMakeNoSense_areRefused() {
        String org = "https://example.okta.com";
        assertThatThrownBy(() -> OktaTarget.builder(org).build()).hasMessageContaining("'token'");
        assertThatThrownBy(() -> OktaTarget.builder(org).token(" ")).hasMessageContaining("'token'");
        assertThatThrownBy(() -> OktaTarget.builder(org).pageSize(0)).hasMessageContaining("'pageSize'");
        assertThatThrownBy(() -> OktaTarget.builder(org).pageSize(201)).hasMessageContaining("'pageSize'");
        assertThatThrownBy(() -> OktaTarget.builder(org).name(" ")).hasMessageContaining("'name'");
        assertThatThrownBy(() -> OktaTarget.builder(org).keys(List.of())).hasMessageContaining("'keys'");
        assertThatThrownBy(() -> OktaTarget.builder(org).token("x").share(2).build())
                .hasMessageContaining("'share'");
    }
}
