/** SAP SuccessFactors Employee Central as a source of workers. */
module dev.tenure.successfactors {
    requires transitive dev.tenure.lifecycle.api;
    requires com.ctc.wstx;
    requires com.squareup.moshi;
    requires transitive dev.tenure.http;
    requires java.xml;
    requires java.xml.crypto;
    requires transitive okhttp3;
    requires okio;
    requires org.codehaus.stax2;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports dev.tenure.successfactors;
    exports dev.tenure.successfactors.options;
}
