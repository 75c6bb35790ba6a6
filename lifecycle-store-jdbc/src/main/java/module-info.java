/** The durable store over plain JDBC. */
module dev.tenure.lifecycle.store.jdbc {
    requires transitive dev.tenure.lifecycle.api;
    requires transitive java.sql;
    requires static org.jspecify;

    exports dev.tenure.lifecycle.store.jdbc;
}
