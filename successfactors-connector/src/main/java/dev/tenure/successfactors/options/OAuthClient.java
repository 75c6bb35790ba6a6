package dev.tenure.successfactors.options;

import dev.tenure.http.Secret;
import java.security.PrivateKey;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How to sign in by OAuth 2.0 with a SAML bearer assertion, which the connector makes and signs itself. Immutable.
 *
 * @param apiKey the API key of the client that is registered under 'Manage OAuth2 Client Applications'
 * @param companyId the company id, whose case counts
 * @param user the API user, without the company id
 * @param key the private key to the certificate that is registered with the client; RSA
 * @param issuer the issuer of the assertion; by default the API key
 * @param audience the audience; by default {@code www.successfactors.com}
 * @param recipient the recipient; by default the address of the token service
 */
@Value.Builder
public record OAuthClient(
        String apiKey,
        String companyId,
        String user,
        PrivateKey key,
        Optional<String> issuer,
        Optional<String> audience,
        Optional<String> recipient) {

    /** Checks the values. */
    public OAuthClient {
        Secret.of("apiKey", apiKey);
        if (companyId.isBlank() || user.isBlank()) {
            throw new IllegalArgumentException("'companyId' or 'user' is blank; give both");
        }
        Objects.requireNonNull(key, "key");
        if (!"RSA".equals(key.getAlgorithm())) {
            throw new IllegalArgumentException(
                    "'key' is no RSA key; SuccessFactors takes RSA certificates for its OAuth clients");
        }
    }

    /**
     * Starts to describe a client.
     *
     * @return a builder
     */
    public static OAuthClientBuilder builder() {
        return new OAuthClientBuilder();
    }

    /** Says none of it. */
    @Override
    public String toString() {
        return "OAuthClient[]";
    }
}
