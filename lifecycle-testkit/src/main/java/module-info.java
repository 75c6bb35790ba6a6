/** What proves a connector or a store right. */
module dev.tenure.lifecycle.testkit {
    requires transitive dev.tenure.lifecycle.api;
    requires transitive dev.tenure.lifecycle.core;
    requires transitive org.junit.jupiter.api;
    requires com.squareup.moshi;
    requires okio;
    requires org.junit.jupiter.params;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports dev.tenure.lifecycle.testkit;
    exports dev.tenure.lifecycle.testkit.contract;
    exports dev.tenure.lifecycle.testkit.scenario;

    opens dev.tenure.lifecycle.testkit.contract to
            org.junit.platform.commons;
}
