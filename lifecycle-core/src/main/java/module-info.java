/** The engine: reads, decides, maps, matches, plans, gates and applies. */
module dev.tenure.lifecycle.core {
    requires transitive dev.tenure.lifecycle.api;
    requires org.slf4j;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports dev.tenure.lifecycle.engine;
    exports dev.tenure.lifecycle.report;
}
