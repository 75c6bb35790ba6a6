package dev.tenure.okta;

import dev.tenure.http.Secret;
import dev.tenure.okta.internal.call.ClientAssertion;
import java.util.List;
import java.util.Objects;

/**
 * A service app of the organisation, by which the library gets its access tokens: OAuth 2.0 client credentials, the client
 * authenticating itself with a JWT that it signs with its private key. Immutable. What the app may do is the lesser of its
 * scopes and its administrator role.
 */
public final class OktaServiceApp {

    private static final List<String> SCOPES = List.of(
            "okta.users.manage", "okta.users.read", "okta.groups.manage", "okta.groups.read", "okta.schemas.read");

    private final String clientId;
    private final ClientAssertion assertion;
    private final List<String> scopes;

    private OktaServiceApp(String clientId, ClientAssertion assertion, List<String> scopes) {
        this.clientId = clientId;
        this.assertion = assertion;
        this.scopes = scopes;
    }

    /**
     * Describes a service app.
     *
     * @param clientId the app's client id
     * @param privateKey its private key as Okta gives it when it makes the pair: a JSON Web Key, RSA or EC, with its
     *     {@code kid}
     * @return the app, with the scopes that all features need
     * @throws IllegalArgumentException if the key is none, or cannot sign for Okta
     */
    public static OktaServiceApp of(String clientId, String privateKey) {
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("Setting 'clientId' is empty; give the client id of the service app");
        }
        return new OktaServiceApp(
                clientId.strip(), ClientAssertion.of(clientId.strip(), Secret.of("privateKey", privateKey)), SCOPES);
    }

    /**
     * Copies this app with other scopes, for features that are not needed.
     *
     * @param newScopes the scopes to ask for, each granted to the app by an administrator; at least one
     * @return the changed app
     */
    public OktaServiceApp withScopes(List<String> newScopes) {
        if (newScopes.isEmpty() || newScopes.stream().anyMatch(scope -> scope.isBlank() || scope.contains(" "))) {
            throw new IllegalArgumentException(
                    "Setting 'scopes' is empty or holds a blank; name scopes such as okta.users.manage");
        }
        return new OktaServiceApp(clientId, assertion, List.copyOf(Objects.requireNonNull(newScopes, "newScopes")));
    }

    ClientAssertion assertion() {
        return assertion;
    }

    List<String> scopes() {
        return scopes;
    }

    /** Names the client and no key. */
    @Override
    public String toString() {
        return "OktaServiceApp[" + clientId + "]";
    }
}
