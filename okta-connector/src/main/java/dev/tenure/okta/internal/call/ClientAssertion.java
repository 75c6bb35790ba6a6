package dev.tenure.okta.internal.call;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tenure.http.Secret;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Signs the JWT by which a service app says who it is. Immutable; safe for use by several threads. */
public final class ClientAssertion {

    /** Okta takes up to an hour; a short life is worth little to whoever steals it. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final String clientId;
    private final JWSHeader header;
    private final JWSSigner signer;

    private ClientAssertion(String clientId, JWSHeader header, JWSSigner signer) {
        this.clientId = clientId;
        this.header = header;
        this.signer = signer;
    }

    /**
     * Prepares a signer.
     *
     * @param clientId the client that signs
     * @param privateKey its private key, a JSON Web Key
     * @return the signer
     * @throws IllegalArgumentException if the key is none, or cannot sign for Okta
     */
    public static ClientAssertion of(String clientId, Secret privateKey) {
        try {
            JWK key = JWK.parse(privateKey.reveal());
            if (!key.isPrivate()) {
                throw refused("is a public key", "give the private key that was shown when the pair was made");
            }
            if (key.getKeyID() == null || key.getKeyID().isBlank()) {
                throw refused("has no 'kid'", "add the key id that the service app shows");
            }
            if (key instanceof RSAKey rsa) {
                return new ClientAssertion(clientId, header(JWSAlgorithm.RS256, key), new RSASSASigner(rsa));
            }
            if (key instanceof ECKey ec) {
                ECDSASigner ecSigner = new ECDSASigner(ec);
                JWSAlgorithm algorithm =
                        ecSigner.supportedJWSAlgorithms().iterator().next();
                return new ClientAssertion(clientId, header(algorithm, key), ecSigner);
            }
            throw refused("is neither RSA nor EC", "make a pair of one of these for the service app");
        } catch (ParseException | JOSEException notAKey) {
            throw refused("is no JSON Web Key that can sign", "copy the JSON of the private key again");
        }
    }

    String sign(String audience, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(audience)
                .issuer(clientId)
                .subject(clientId)
                .claim("iat", now.getEpochSecond())
                .claim("exp", now.plus(LIFE).getEpochSecond())
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(
                    "The private key of client " + clientId + " cannot sign; check its size", e);
        }
        return jwt.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, JWK key) {
        return new JWSHeader.Builder(algorithm)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
    }

    private static IllegalArgumentException refused(String why, String remedy) {
        return new IllegalArgumentException("Setting 'privateKey' " + why + "; " + remedy);
    }
}
