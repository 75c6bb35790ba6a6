package dev.tenure.okta.internal.call;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.UUID;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Proves with every request that who sends it has the key to which the access token is bound (RFC 9449). The key is made
 * here, is not the service app's own, and is never stored. Immutable; safe for use by several threads.
 */
final class DpopProof {

    static final String HEADER = "DPoP";

    private final JWSHeader header;
    private final JWSSigner signer;

    private DpopProof(ECKey key) throws JOSEException {
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
        this.signer = new ECDSASigner(key);
    }

    static DpopProof withNewKey() {
        try {
            return new DpopProof(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("The machine's Java cannot make EC keys; add a provider that can", e);
        }
    }

    /** Makes the proof for one request; {@code token} is the access token that it carries, if it does. */
    String of(Request request, Instant now, @Nullable String nonce, @Nullable String token) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .claim("htm", request.method())
                .claim(
                        "htu",
                        request.url()
                                .newBuilder()
                                .query(null)
                                .fragment(null)
                                .build()
                                .toString())
                .claim("iat", now.getEpochSecond())
                .jwtID(UUID.randomUUID().toString());
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        if (token != null) {
            String hash = ByteString.encodeUtf8(token).sha256().base64Url();
            claims.claim("ath", hash.replace("=", ""));
        }
        SignedJWT jwt = new SignedJWT(header, claims.build());
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The machine's Java cannot sign with EC keys; add a provider that can", e);
        }
        return jwt.serialize();
    }
}
