/** Okta as a target of accounts. */
module dev.tenure.okta {
    requires com.nimbusds.jose.jwt;
    requires com.squareup.moshi;
    requires transitive dev.tenure.http;
    requires okio;
    requires static org.jspecify;

    exports dev.tenure.okta;
}
