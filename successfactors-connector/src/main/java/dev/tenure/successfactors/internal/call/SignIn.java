package dev.tenure.successfactors.internal.call;

import dev.tenure.http.Secret;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import okhttp3.Credentials;

/** How the connector shows who it is. Safe for use by several threads. */
public interface SignIn {

    /**
     * Gives the value of the header {@code Authorization}.
     *
     * @return the value
     * @throws dev.tenure.lifecycle.failure.ConnectorException if a token is needed and not to be had
     */
    String authorization();

    /**
     * Hears that a value was refused.
     *
     * @param authorization the value
     * @return whether the next one is another, so that it is worth a try
     */
    boolean refused(String authorization);

    /**
     * Basic authentication.
     *
     * @param user the user, with the company id
     * @param password the password
     */
    record Basic(String user, Secret password) implements SignIn {

        @Override
        public String authorization() {
            return Credentials.basic(user, password.reveal(), StandardCharsets.UTF_8);
        }

        @Override
        public boolean refused(String authorization) {
            return false;
        }

        /** Says neither. */
        @Override
        public String toString() {
            return "Basic[]";
        }
    }

    /**
     * A token that the host gets.
     *
     * @param token gives the token that is valid now; called for every request
     */
    record Bearer(Supplier<String> token) implements SignIn {

        @Override
        public String authorization() {
            return "Bearer " + token.get();
        }

        @Override
        public boolean refused(String authorization) {
            return !authorization().equals(authorization);
        }

        /** Does not say it. */
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
