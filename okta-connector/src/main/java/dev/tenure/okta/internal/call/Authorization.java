package dev.tenure.okta.internal.call;

import okhttp3.Request;

/** Puts the credentials into a request. Safe for use by several threads. */
@FunctionalInterface
public interface Authorization {

    /**
     * A request that says who sends it.
     *
     * @param request the request
     * @param credential what it holds, to be named if Okta refuses it
     */
    record Signed(Request request, String credential) {

        /** Prints no credential. */
        @Override
        public String toString() {
            return "Signed[]";
        }
    }

    /**
     * Signs a request; may call Okta for a token.
     *
     * @param request the request, which is otherwise done
     * @return the request with its credentials
     */
    Signed sign(Request.Builder request);

    /**
     * Hears that Okta refused a credential, and so did nothing.
     *
     * @param credential the credential
     * @return whether another can be had, so that the call is worth to be made again
     */
    default boolean refused(String credential) {
        return false;
    }

    /**
     * Signs with an API token.
     *
     * @param token the token
     * @return what signs
     */
    static Authorization apiToken(String token) {
        String header = "SSWS " + token;
        return request -> new Signed(request.header("Authorization", header).build(), header);
    }
}
