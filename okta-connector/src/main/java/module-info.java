/** Okta as a target of accounts. */
module dev.tenure.okta {
    requires transitive dev.tenure.lifecycle.api;
    requires com.squareup.moshi;
    requires dev.tenure.http;
    requires okhttp3;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
}
