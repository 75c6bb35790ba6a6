/** What the HTTP connectors share. */
module dev.tenure.http {
    requires transitive dev.tenure.lifecycle.api;
    requires com.squareup.moshi;
    requires okhttp3;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
}
