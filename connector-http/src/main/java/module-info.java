/** What the HTTP connectors share. */
module dev.tenure.http {
    requires transitive dev.tenure.lifecycle.api;
    requires transitive okhttp3;
    requires okio;
    requires static org.jspecify;

    exports dev.tenure.http;
}
