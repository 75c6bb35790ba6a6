package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.simulators.okta.OktaSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OktaServiceAppTest {

    private static final String TOKEN = "POST /oauth2/v1/token";
    private static final Set<String> ALL = Set.of(
            "okta.users.manage", "okta.users.read", "okta.groups.manage", "okta.groups.read", "okta.schemas.read");

    private final ManualTime time = new ManualTime();
    private Duration lead = Duration.ZERO;
    private final JWK key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
    private OktaSimulator okta = organisation(key, ALL);

    OktaServiceAppTest() throws Exception {}

    @AfterEach
    void stop() {
        okta.close();
    }

    private OktaSimulator organisation(JWK signer, Set<String> scopes) throws Exception {
        return OktaSimulator.builder(this::oktasTime)
                .serviceApp("app-1", "key-1", ((AsymmetricJWK) signer).toPublicKey(), scopes)
                .start();
    }

    private Instant oktasTime() {
        return time.instant().plus(lead);
    }

    private void restart(JWK signer, Set<String> scopes) throws Exception {
        okta.close();
        okta = organisation(signer, scopes);
    }

    private OktaTarget target(OktaServiceApp app) {
        return OktaTarget.builder(okta.url())
                .serviceApp(app)
                .clock(time)
                .waiter(time)
                .build();
    }

    private OktaTarget target() {
        return target(OktaServiceApp.of("app-1", key.toJSONString()));
    }

    @Test
    void aToken_servesManyCalls_andIsRenewedBeforeItExpires() {
        OktaTarget target = target();
        AccountRef ref = target.create(People.account("a@example.com")).ref();
        target.get(List.of(ref));
        assertThat(okta.calls()).containsEntry(TOKEN, 1);
        time.advance(Duration.ofMinutes(59));
        target.deactivate(ref);
        assertThat(okta.calls()).containsEntry(TOKEN, 2);
        assertThat(okta.errors()).isZero();
    }

    @Test
    void aRevokedToken_isReplacedOnce() {
        OktaTarget target = target();
        AccountRef ref = target.create(People.account("a@example.com")).ref();
        okta.revokeTokens();
        assertThat(target.get(List.of(ref))).hasSize(1);
        assertThat(okta.calls()).containsEntry(TOKEN, 2);
    }

    @Test
    void rsaKeys_signToo() throws Exception {
        JWK rsa = new RSAKeyGenerator(2048).keyID("key-1").generate();
        restart(rsa, ALL);
        assertThat(target(OktaServiceApp.of("app-1", rsa.toJSONString())).test().ok())
                .isTrue();
    }

    @Test
    void clocksThatDiffer_areNoObstacle() {
        lead = Duration.ofMinutes(-20);
        assertThat(target().test().ok()).isTrue();
        lead = Duration.ofHours(3);
        assertThat(target().test().ok()).isTrue();
    }

    @Test
    void n3_test_namesTheScopeThatIsMissing() throws Exception {
        restart(key, Set.of("okta.users.read", "okta.users.manage"));
        assertThatThrownBy(() -> target().get(List.of(new AccountRef("okta", "00u1"))))
                .isInstanceOf(PermissionMissing.class)
                .hasMessageContaining("okta.groups.manage");
        ConnectionReport report = target(OktaServiceApp.of("app-1", key.toJSONString())
                        .withScopes(List.of("okta.users.read", "okta.users.manage")))
                .test();
        assertThat(report.checks().get(0).problem()).isEmpty();
        assertThat(report.checks().get(1).problem().orElseThrow()).contains("okta.schemas.read");
        assertThat(report.checks().get(2).problem().orElseThrow()).contains("okta.groups.read");
    }

    @Test
    void anotherKey_isRejected_withoutRepeatingIt() throws Exception {
        JWK other = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
        assertThatThrownBy(() -> target(OktaServiceApp.of("app-1", other.toJSONString()))
                        .get(List.of(new AccountRef("okta", "00u1"))))
                .isInstanceOf(CredentialsRejected.class)
                .hasMessageContaining("invalid_client")
                .satisfies(e -> assertThat(e.getMessage())
                        .doesNotContain(String.valueOf(other.toECKey().getD())));
        assertThat(okta.calls()).containsEntry(TOKEN, 1);
    }

    @Test
    void keysThatCannotSign_areRefused() throws Exception {
        String publicOnly = key.toPublicJWK().toJSONString();
        String anonymous = new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        String symmetric =
                new OctetSequenceKeyGenerator(256).keyID("key-1").generate().toJSONString();
        for (String bad : List.of("not json", "{}", publicOnly, anonymous, symmetric)) {
            assertThatThrownBy(() -> OktaServiceApp.of("app-1", bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'privateKey'")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("not json"));
        }
        assertThatThrownBy(() -> OktaServiceApp.of(" ", key.toJSONString())).hasMessageContaining("'clientId'");
        assertThat(OktaServiceApp.of("app-1", key.toJSONString())).hasToString("OktaServiceApp[app-1]");
    }

    @Test
    void twoKindsOfCredentials_areRefused() {
        assertThatThrownBy(() -> OktaTarget.builder(okta.url())
                        .token("x")
                        .serviceApp(OktaServiceApp.of("app-1", key.toJSONString()))
                        .build())
                .hasMessageContaining("'token'")
                .hasMessageContaining("'serviceApp'");
    }

    @Test
    void aTokenEndpointThatIsBusy_saysWhenItOpens_byItsOwnHeaders() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse(
                    429,
                    Headers.of(
                            "X-Rate-Limit-Limit",
                            "100",
                            "X-Rate-Limit-Remaining",
                            "0",
                            "X-Rate-Limit-Reset",
                            Long.toString(ManualTime.START.plusSeconds(40).getEpochSecond())),
                    "{}"));
            assertThatThrownBy(() -> at(server).get(List.of(new AccountRef("okta", "00u1"))))
                    .isInstanceOfSatisfying(
                            RetryLater.class,
                            later -> assertThat(later.notBefore()).contains(ManualTime.START.plusSeconds(41)));
        }
    }

    /** Nobody said that the credentials are wrong, so that nobody goes and changes them. */
    @Test
    void anAnswerWithoutATokenAndWithoutAnError_isAProtocolViolation() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (String body : List.of("<html>Please sign in</html>", "{}", "{\"access_token\":\"a b\"}")) {
                server.enqueue(new MockResponse(200, Headers.of(), body));
                assertThatThrownBy(() -> at(server).get(List.of(new AccountRef("okta", "00u1"))))
                        .isInstanceOf(ProtocolViolation.class)
                        .hasMessageContaining("holds no token");
            }
        }
    }

    private OktaTarget at(MockWebServer server) {
        return OktaTarget.builder(server.url("/").toString())
                .serviceApp(OktaServiceApp.of("app-1", key.toJSONString()))
                .clock(time)
                .waiter(time)
                .build();
    }
}
