package dev.tenure.workday.internal.call;

import dev.tenure.http.Secret;
import java.util.function.Supplier;

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

        /** Does not say it. */
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
