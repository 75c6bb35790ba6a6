/** Workday, SuccessFactors, Okta and a SCIM service on loopback, in their real wire formats. */
module dev.tenure.simulators {
    requires com.ctc.wstx;
    requires com.squareup.moshi;
    requires java.xml;
    requires java.xml.crypto;
    requires jdk.httpserver;
    requires okio;
    requires org.codehaus.stax2;
    requires unboundid.ldapsdk;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports dev.tenure.simulators.directory;
    exports dev.tenure.simulators.okta;
    exports dev.tenure.simulators.scim;
    exports dev.tenure.simulators.successfactors;
    exports dev.tenure.simulators.workday;
}
