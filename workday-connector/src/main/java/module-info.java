/** Workday as a source of workers. */
module dev.tenure.workday {
    requires transitive dev.tenure.lifecycle.api;
    requires com.ctc.wstx;
    requires com.squareup.moshi;
    requires dev.tenure.http;
    requires java.xml;
    requires okhttp3;
    requires org.codehaus.stax2;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
}
