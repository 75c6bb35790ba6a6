package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Service apps that demand a proof of possession (RFC 9449), as Okta's guide describes the exchange. */
@Timeout(60)
class OktaDpopTest {

    private static final AccountRef REF = new AccountRef("okta", "00u1");
    private static final String USER =
            "{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"profile\":{\"login\":\"a@example.com\"}}";

    private final ManualTime time = new ManualTime();
    private final MockWebServer server = new MockWebServer();
    private final ECKey key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();

    OktaDpopTest() throws Exception {}

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OktaTarget target() {
        return OktaTarget.builder(server.url("/").toString())
                .serviceApp(OktaServiceApp.of("app-1", key.toJSONString()))
                .clock(time)
                .waiter(time)
                .build();
    }

    private void enqueue(int status, String body, String... headers) {
        server.enqueue(new MockResponse(status, Headers.of(headers), body));
    }

    private RecordedRequest take() throws InterruptedException {
        return server.takeRequest();
    }

    private JWTClaimsSet proofOf(RecordedRequest request) throws Exception {
        SignedJWT proof =
                SignedJWT.parse(Objects.requireNonNull(request.getHeaders().get("DPoP"), "DPoP"));
        assertThat(proof.getHeader().getType().getType()).isEqualTo("dpop+jwt");
        ECKey bound = proof.getHeader().getJWK().toECKey();
        assertThat(bound.isPrivate()).isFalse();
        assertThat(bound.getX()).isNotEqualTo(key.getX());
        assertThat(proof.verify(new ECDSAVerifier(bound))).isTrue();
        JWTClaimsSet claims = proof.getJWTClaimsSet();
        assertThat(claims.getStringClaim("htm")).isEqualTo(request.getMethod());
        assertThat(claims.getStringClaim("htu"))
                .isEqualTo(request.getUrl().newBuilder().query(null).build().toString());
        assertThat(claims.getIssueTime().toInstant()).isEqualTo(ManualTime.START);
        return claims;
    }

    @Test
    void aTokenIsBoundToAKey_andEveryCallProvesIt() throws Exception {
        enqueue(400, "{\"error\":\"invalid_dpop_proof\",\"error_description\":\"missing\"}");
        enqueue(400, "{\"error\":\"use_dpop_nonce\"}", "dpop-nonce", "n-1");
        enqueue(200, "{\"token_type\":\"DPoP\",\"access_token\":\"bound-token\",\"expires_in\":3600}");
        enqueue(200, USER);
        enqueue(200, "[" + USER + "]");
        OktaTarget target = target();
        assertThat(target.get(List.of(REF))).hasSize(1);
        assertThat(target.get(List.of(REF, new AccountRef("okta", "00u2")))).hasSize(1);

        assertThat(take().getHeaders().get("DPoP")).isNull();
        JWTClaimsSet first = proofOf(take());
        assertThat(first.getClaim("nonce")).isNull();
        JWTClaimsSet second = proofOf(take());
        assertThat(second.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(second.getJWTID()).isNotEqualTo(first.getJWTID());

        String ath = Base64URL.encode(
                        MessageDigest.getInstance("SHA-256").digest("bound-token".getBytes(StandardCharsets.US_ASCII)))
                .toString();
        for (int i = 0; i < 2; i++) {
            RecordedRequest call = take();
            assertThat(call.getHeaders().get("Authorization")).isEqualTo("DPoP bound-token");
            assertThat(proofOf(call).getStringClaim("ath")).isEqualTo(ath);
        }
    }

    @Test
    void aProofThatIsNeverTaken_isTold_withoutEnd() {
        for (int i = 0; i < 10; i++) {
            enqueue(400, "{\"error\":\"invalid_dpop_proof\"}");
        }
        assertThatThrownBy(() -> target().get(List.of(REF)))
                .isInstanceOf(CredentialsRejected.class)
                .hasMessageContaining("proof of possession")
                .hasMessageContaining("invalid_dpop_proof");
        assertThat(server.getRequestCount()).isLessThanOrEqualTo(3);
    }
}
