package dev.tenure.workday.internal.call;

import dev.tenure.http.Secret;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the connector shows who it is. */
public sealed interface Credentials {

    /**
     * WS-Security: a user name and a password in the envelope.
     *
     * @param user the user with the tenant
     * @param password the password
     */
    record User(String user, Secret password) implements Credentials {

        /** Says neither. */
        @Override
        public String toString() {
            return "User[]";
        }
    }

    /**
     * OAuth 2.0: a token in a header.
     *
     * @param token gives the token that is valid now; called for every request
     */
    record Bearer(Supplier<String> token) implements Credentials {

        /** Gives the header's value; an empty one would be sent as a token that nobody has. */
        String header(String system) {
            @Nullable String given = token.get();
            if (given == null || given.isBlank()) {
                throw new CredentialsRejected(
                        system, system + ": the token supplier gave no token; see why it has none, and run it again");
            }
            try {
                return "Bearer " + Secret.token("bearer", given.strip()).reveal();
            } catch (IllegalArgumentException noToken) {
                throw new CredentialsRejected(
                        system, system + ": the token supplier gave no token: " + noToken.getMessage());
            }
        }

        /** Does not say it. */
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
