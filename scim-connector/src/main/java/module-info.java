/** SCIM 2.0 services as targets of accounts. */
module dev.tenure.scim {
    requires com.squareup.moshi;
    requires transitive dev.tenure.http;
    requires okio;
    requires static org.jspecify;

    exports dev.tenure.scim;
}
